using System.Globalization;
using Lms.Domain.Courses;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content.Blocks;

public sealed class IncludeTests : IDisposable
{
    private const string Include = "::: include ../snippets/a.md\n:::\n";

    private readonly ContentFolder content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void What_is_found_in_a_snippet_is_found_once_at_its_own_place()
    {
        var read = Snippet("a", "Добре.\n\n- тут <b> і [ніде](none.md)\n")
            .WriteLesson($"{Include}\n{Include}")
            .Check();

        Assert.Equal(
            [
                "courses/basics/snippets/a.md:3:7 raw-html",
                "courses/basics/snippets/a.md:3:13 broken-link",
            ],
            read.Findings.Select(Place)
        );
    }

    [Fact]
    public void Links_of_a_snippet_start_from_its_folder()
    {
        var read = Snippet("a", "[урок](../01-start/02-check.quiz.md)")
            .WriteLesson(Include)
            .Check();

        read.IsClean();
        Assert.Contains("href=\"/courses/basics/check\"", read.Html());
    }

    [Theory]
    [InlineData("::: include a.md\n:::", "snippets/a.md → snippets/a.md")]
    [InlineData("::: include b.md\n:::", "snippets/a.md → snippets/b.md → snippets/a.md")]
    public void A_snippet_never_includes_itself(string snippet, string cycle)
    {
        Snippet("b", "::: include ../snippets/a.md\n:::");
        var finding = Snippet("a", snippet).WriteLesson(Include).Check().Only("include-cycle");

        Assert.EndsWith(cycle, finding.Args[0]);
    }

    [Fact]
    public void Includes_stand_in_one_another_four_deep()
    {
        for (var at = 1; at <= 5; at++)
        {
            Snippet($"s{at}", $"::: include s{at + 1}.md\n:::");
        }

        Snippet("s6", "Дно.");
        var read = content.WriteLesson("::: include ../snippets/s2.md\n:::").Check();
        Assert.Equal(
            "courses/basics/snippets/s5.md:1:13 include-too-deep",
            Place(read.Only("include-too-deep"))
        );

        read = content.Write("courses/basics/snippets/s5.md", "Дно.").Check();
        Assert.DoesNotContain("include-too-deep", read.Codes());
        Assert.Contains("<p>Дно.</p>", read.Html());
    }

    [Fact]
    public void The_limits_of_a_lesson_hold_with_what_it_includes()
    {
        var paragraphs = string.Concat(Enumerable.Repeat("слово слово слово слово\n\n", 400));
        var read = Snippet("a", paragraphs)
            .WriteLesson(string.Concat(Enumerable.Repeat($"{Include}\n", 4)))
            .Check();

        Assert.Equal(14, read.Only("include-too-long").Line);
    }

    [Fact]
    public void So_do_those_of_small_paragraphs() =>
        Snippet("a", string.Concat(Enumerable.Repeat("а\n\n", 1_500)))
            .WriteLesson($"{Include}\n{Include}")
            .Check()
            .Only("too-many-blocks");

    [Theory]
    [InlineData("## Заголовок", "heading-in-block")]
    [InlineData("Слово[^1]\n\n[^1]: Виноска.", "only-in-lessons")]
    [InlineData("::: sensitive а\nб\n:::", "block-only-in-lessons")]
    [InlineData("::: details а {#why}\nб\n:::", "id-in-snippet")]
    [InlineData("> [!NOTE]\n> б\n> {#why}", "id-in-snippet")]
    [InlineData("[x](javascript:alert(1))", "unsafe-address")]
    public void A_snippet_holds_plain_text(string snippet, string code) =>
        Snippet("a", snippet).WriteLesson(Include).Check().Only(code);

    [Fact]
    public void A_snippet_that_nothing_includes_is_checked_and_warned_of()
    {
        var read = Snippet("a", "::: none\n:::").Check();

        Assert.Equal(["unused-snippet", "unknown-block"], read.Codes());
    }

    [Theory]
    [InlineData("courses/basics/snippets/a.txt", "unexpected-file")]
    [InlineData("courses/basics/snippets/b/a.md", "unexpected-file")]
    [InlineData("courses/basics/snippets/a.de.md", "unexpected-file")]
    [InlineData("courses/basics/snippets/А.md", "bad-slug")]
    [InlineData("courses/basics/01-start/snippets/a.md", "unexpected-file")]
    public void Nothing_else_lies_in_the_folder(string path, string code) =>
        content.Write(path, "x").Check().Only(code);

    [Fact]
    public void A_changed_snippet_is_a_changed_block_with_its_words()
    {
        var before = Snippet("a", "Лінія 102.").WriteLesson(Include).Draft().Activities[0].Lesson!;
        var after = Snippet("a", "Лінія 112.").Draft().Activities[0].Lesson!;

        Assert.Equal(LessonBlockKind.Include, before.Blocks[0].Kind);
        Assert.Equal("Лінія 102.", before.Blocks[0].Text);
        Assert.NotEqual(before.Blocks[0].Hash, after.Blocks[0].Hash);
    }

    private ContentFolder Snippet(string name, string text) =>
        content.Write($"courses/basics/snippets/{name}.md", text);

    private static string Place(Finding finding) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Path}:{finding.Line}:{finding.Column} {finding.Code}"
        );
}
