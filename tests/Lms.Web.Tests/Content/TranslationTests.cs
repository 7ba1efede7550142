using System.Text.RegularExpressions;
using Lms.Domain.Quizzes;
using Lms.Web.Content;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content;

/// <summary><c>name.en.md</c> beside <c>name.md</c>: the same in English, and whether it still is.</summary>
public sealed partial class TranslationTests
{
    private const string Course = "courses/basics/course.en.md";
    private const string Module = "courses/basics/01-start/module.en.md";
    private const string Lesson = "courses/basics/01-start/01-first.en.md";

    private const string Quiz = "courses/basics/01-start/02-check.quiz.en.md";

    private const string Question = "## How many? {#q-count}\n\n- [ ] seven\n- [x] three";

    private const string Head = """
        ---
        source: ""
        title: "First"
        ---

        """;

    [Fact]
    public void A_translation_says_which_hash_to_write_and_is_fresh_with_it()
    {
        using var content = new ContentFolder();
        var stale = content.Write(Lesson, Head + "Text.").Check().Only("stale-translation");
        Assert.Equal((Lesson, 2, Severity.Warning), (stale.Path, stale.Line, stale.Severity));
        Assert.True(content.Draft().Activities[0].Translations["en"].IsStale);

        content.Replace(Lesson, "source: \"\"", PasteLine().Match(stale.MessageIn("en")).Value);

        content.Check().IsClean();
        var words = content.Draft().Activities[0].Translations["en"];
        Assert.Equal(("First", false), (words.Title, words.IsStale));
    }

    [Fact]
    public void A_changed_source_makes_its_translation_stale_but_line_ends_do_not()
    {
        using var content = new ContentFolder();
        Translate(content);

        content.Replace(ContentFolder.Lesson, "\n", "\r\n").Check().IsClean();
        content.Replace(ContentFolder.Lesson, "Текст.", "Інший текст.");

        Assert.Equal(Lesson, content.Check().Only("stale-translation").Path);
    }

    [Fact]
    public void The_course_and_its_modules_are_translated_too()
    {
        using var content = new ContentFolder();
        content.Write(
            Course,
            Head.Replace("title:", "summary: \"Short.\"\ntitle:", StringComparison.Ordinal)
                + "About *it*."
        );
        content.Write("courses/basics/01-start/module.md", "---\ntitle: \"Початок\"\n---\n");
        content.Write(Module, Head);

        var words = content.Draft().Manifest.Translations["en"];

        Assert.Equal(("First", "Short."), (words.Title, words.Summary));
        Assert.Equal("First", Assert.Single(words.Modules).Title);
        Assert.Contains("<em>it</em>", words.DescriptionHtml, StringComparison.Ordinal);
        Assert.Equal(2, content.Check().Codes().Count(code => code == "stale-translation"));
    }

    [Theory]
    [InlineData("minutes: 5")]
    [InlineData("completes: none")]
    [InlineData("competences: {П1: 1}")]
    public void A_translation_has_words_alone(string key)
    {
        using var content = new ContentFolder();
        Translate(content);

        var finding = content
            .Replace(Lesson, "title:", $"{key}\ntitle:")
            .Check()
            .Only("unknown-key");

        Assert.Equal((Lesson, 3), (finding.Path, finding.Line));
    }

    [Fact]
    public void A_translation_of_nothing_is_an_error()
    {
        using var content = new ContentFolder();

        var finding = content
            .Write("courses/basics/01-start/09-none.en.md", Head + "Text.")
            .Check()
            .Only("orphan-translation");

        Assert.Contains("09-none.md", finding.MessageIn("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_into_the_language_of_the_course_is_an_error()
    {
        using var content = new ContentFolder();

        content
            .Write("courses/basics/01-start/01-first.uk.md", Head + "Текст.")
            .Check()
            .Only("translation-own-language");
    }

    [Fact]
    public void A_link_of_a_translation_is_followed_to_the_headings_of_the_translation()
    {
        using var content = new ContentFolder();
        content.Write(Lesson, Head + "## Begin\n\n[Here](01-first.md#begin), [and here](#begin).");
        Assert.Equal(["stale-translation"], content.Check().Codes());

        content.Replace(Lesson, "01-first.md#begin", "01-first.md#початок");

        content.Check().Only("broken-anchor");
    }

    [Fact]
    public void A_module_without_a_translated_course_is_an_error()
    {
        using var content = new ContentFolder();

        content.Write(Module, Head).Check().Only("translation-without-course");
    }

    [Fact]
    public void A_quiz_in_another_language_has_the_rules_and_keys_of_its_source()
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Quiz, "{#q-count}", "{#q-count points=3 tags=a}");

        var read = content.Write(Quiz, Head + Question).Check();

        Assert.Equal(["stale-translation"], read.Codes());
        var quiz = content.Draft().Activities[1].Translations["en"].Quiz!;
        var question = Assert.IsType<SingleChoice>(Assert.Single(quiz.Questions));
        Assert.Equal((3000, "a"), (question.Points.Thousandths, question.Tags[0]));
        Assert.Equal("seven", question.Options[0].Html);
        Assert.Equal(content.Draft().Activities[1].Quiz!.Rules, quiz.Rules);
    }

    [Theory]
    [InlineData("{#q-count}", "{#q-other}")]
    [InlineData("- [ ] seven\n- [x] three", "- [x] seven\n- [ ] three")]
    [InlineData("- [x] three", "- [x] three\n- [ ] four")]
    [InlineData("{#q-count}", "{#q-count points=2}")]
    [InlineData("{#q-count}", "{#q-count tags=b}")]
    [InlineData("three", "three {weight=100}")]
    [InlineData("three", "three\n\n## More? {#q-more}\n\n- [x] a\n- [ ] b")]
    public void A_key_that_is_not_the_key_of_the_source_is_an_error(string old, string with)
    {
        using var content = new ContentFolder();
        var question = Question.Replace(old, with, StringComparison.Ordinal);

        content.Write(Quiz, Head + question).Check().Only("translation-key-differs");
    }

    [Theory]
    [InlineData("- = три\n- = three", "- = three\n- = три", 1)]
    [InlineData("- = три\n- = three", "- = три\n- = three", 0)]
    [InlineData("- = 3 ± 1", "- = 3 ± 2", 1)]
    [InlineData("- = 2..4", "- = 3 ± 1", 0)]
    public void What_is_typed_is_the_same_in_both_languages(string source, string other, int found)
    {
        using var content = new ContentFolder();
        content.WriteQuiz($"## Скільки? {{#q}}\n\n{source}\n");

        var read = content.Write(Quiz, Head + $"## How many? {{#q}}\n\n{other}\n").Check();

        Assert.Equal(found, read.Codes().Count(code => code == "translation-key-differs"));
    }

    [Fact]
    public void The_place_of_a_key_that_differs_is_its_heading()
    {
        using var content = new ContentFolder();

        var finding = content
            .Write(
                Quiz,
                Head + Question.Replace("[x]", "[ ]", StringComparison.Ordinal) + "\n- [x] four"
            )
            .Check()
            .Only("translation-key-differs");

        Assert.Equal((Quiz, 5, 14), (finding.Path, finding.Line, finding.Column));
    }

    [Fact]
    public void A_case_in_another_language_leads_the_same_ways()
    {
        const string Story = "courses/basics/01-start/03-story.case.md";
        const string Told = "courses/basics/01-start/03-story.case.en.md";
        using var content = new ContentFolder();
        content.Write(Story, Stories.Head + Ways("А", "Б"));
        var head = Head.Replace(
            "title:",
            "meters: {safety: safety, trust: trust}\ntitle:",
            StringComparison.Ordinal
        );

        content.Write(Told, head + Ways("A", "B"));
        Assert.Equal(["stale-translation"], content.Check().Codes());
        var words = content.Draft().Activities[2].Translations["en"].Case!;
        Assert.Equal(("A", "safety"), (words.Scenes[0].Title, words.Meters[0].Name));

        content.Write(
            Told,
            head + Ways("A", "B").Replace("safety=1", "safety=2", StringComparison.Ordinal)
        );
        Assert.Equal(6, content.Check().Only("translation-differs").Line);
    }

    [Fact]
    public void The_draft_of_the_public_course_reads_but_for_what_is_not_open()
    {
        using var content = new ContentFolder();
        var drafts = Repository.File("content", "drafts", "courses", "safe-steps");
        if (!Directory.Exists(drafts))
        {
            drafts = Repository.File("content", "courses", "safe-steps");
        }

        foreach (var file in Directory.EnumerateFiles(drafts, "*", SearchOption.AllDirectories))
        {
            content.Write(
                $"courses/safe-steps/{Path.GetRelativePath(drafts, file)}",
                File.ReadAllBytes(file)
            );
        }

        var found = content.Check().Course("safe-steps")!;

        Assert.Equal(
            [],
            found
                .Findings.Where(one => one.Severity == Severity.Error)
                .Select(one => one.Print("en"))
                .Where(line => !Elsewhere().IsMatch(line))
        );
        Assert.Equal(4, found.Draft!.Activities.Count(one => one.Translations.ContainsKey("en")));
        Assert.NotEmpty(found.Draft.Manifest.Translations["en"].Modules[0].Summary);
    }

    private static string Ways(string first, string second) =>
        $"## {first} {{#s1}}\n\n{first}.\n\n- [{first}](#end){{safety=1}}\n  > {second}\n- [{second}](#s1)\n"
        + Stories.End;

    private static void Translate(ContentFolder content)
    {
        content.Write(Lesson, Head + "Text.");
        var stale = content.Check().Only("stale-translation");
        content.Replace(Lesson, "source: \"\"", PasteLine().Match(stale.MessageIn("en")).Value);
    }

    [GeneratedRegex("source: [0-9a-f]{16}$", RegexOptions.None, 1000)]
    private static partial Regex PasteLine();

    [GeneratedRegex("not-open-yet|unknown-block|unknown-act", RegexOptions.None, 1000)]
    private static partial Regex Elsewhere();
}
