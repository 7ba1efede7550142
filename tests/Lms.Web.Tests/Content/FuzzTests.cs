using System.Text;
using CsCheck;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

/// <summary>Whatever the bytes are, reading ends with findings and not with an exception.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "\n",
        "\n\n",
        "  ",
        "\t",
        "---\n",
        "## ",
        "# ",
        "- ",
        "- [x] ",
        "- [ ] ",
        "- [х] ",
        "1. ",
        "> ",
        "> [!LAW]\n",
        "> [!NOTE]\n",
        "{act=\"3739-VI\" as-of=2026-11-23}",
        "{#id}",
        "{",
        "}",
        "[",
        "](",
        ")",
        "]",
        "![",
        "`",
        "```\n",
        "*",
        "**",
        "_",
        "~",
        "|",
        "|-|-|\n",
        "<b>",
        "<",
        "&#x",
        ":::",
        "\n:::\n",
        "::: details а {#x}\n",
        ":::: tabs\n### а\n",
        "::: sensitive а\n",
        "::: gentle\n",
        "::: cards\nа\n: б\n",
        "\n: ",
        "\n:   ",
        "[[т]]",
        "[^1]",
        "[^1]: x\n",
        "___{",
        "а",
        "слово ",
        "title: ",
        "minutes: 5\n",
        ": ",
        "&a ",
        "*a ",
        "!t ",
        "\"",
        "'",
        "\\",
        "\0",
        "\u2028",
        "\ud800",
        "javascript:",
        "01-first.md#",
        "===\n",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1]
        .Select(index => Pieces[index])
        .Array[0, 60]
        .Select(pieces => string.Concat(pieces));

    [Theory]
    [InlineData(ContentFolder.Lesson)]
    [InlineData(ContentFolder.Quiz)]
    [InlineData(ContentFolder.Course)]
    [InlineData("courses/basics/01-start/module.md")]
    [InlineData("organisation/organisation.yml")]
    [InlineData("organisation/competences.yml")]
    [InlineData("organisation/territory.csv")]
    public void Random_text_never_throws(string path)
    {
        using var content = new ContentFolder();
        var sound = SoundContent.Files[path];
        var mixed = Gen.Select(Text, Gen.Int[0, sound.Length], Gen.Bool);

        mixed.Sample(
            (text, at, isInserted) =>
            {
                content.Write(path, isInserted ? sound.Insert(at, text) : text);
                Print(content.Check());
            },
            iter: 120,
            threads: 1
        );
    }

    [Fact]
    public void Random_bodies_of_lessons_never_throw_and_never_harm() =>
        Sample(
            Text,
            (content, body) =>
            {
                var read = content.WriteLesson(body).Check();
                Print(read);
                Assert.DoesNotContain("unsafe-html", read.Codes());
                if (read.Course("basics")!.Draft!.Activities is [{ Lesson: { } lesson }, ..])
                {
                    MarkupSafetyTests.IsHarmless(lesson.Html);
                }
            }
        );

    [Fact]
    public void Random_bodies_of_quizzes_never_throw() =>
        Sample(Text, (content, body) => Print(content.WriteQuiz(body).Check()));

    [Theory]
    [InlineData(ContentFolder.Lesson)]
    [InlineData("organisation/acts.yml")]
    [InlineData("organisation/institutions.csv")]
    public void Random_bytes_never_throw(string path) =>
        Sample(
            Gen.Byte.Array[0, 200],
            (content, bytes) => Print(content.Write(path, bytes).Check())
        );

    private static void Sample<T>(Gen<T> gen, Action<ContentFolder, T> check)
    {
        using var content = new ContentFolder();
        gen.Sample(value => check(content, value), iter: 120, threads: 1);
    }

    private static void Print(CheckedContent content)
    {
        foreach (var finding in content.Findings)
        {
            Assert.DoesNotContain('\n', finding.Print("uk") + finding.Print("en"));
            Assert.True(finding is { Line: > 0, Column: > 0 }, finding.ToString());
        }

        Encoding.UTF8.GetByteCount(content.Lines());
    }
}
