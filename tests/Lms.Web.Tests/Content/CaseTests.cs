using Lms.Domain.Cases;
using Lms.Domain.Courses;

namespace Lms.Web.Tests.Content;

public sealed class CaseTests
{
    private const string Lead = "## А {#s1}\n\nТекст.\n\n";

    [Fact]
    public void A_case_is_read_whole()
    {
        var read = Stories.Read(
            """
            ## Біля *столу* {#s1}

            Двоє заходять.

            - один
            - два

            > [!NOTE]
            > Примітка.

            - [спитати **тихо**](#s2){safety=-1 trust=+2}
              > Вона киває.
              >
              > І мовчить.
            - [крикнути](#s2){safety=-9 breach}
              > Так не можна.
            - [піти](#end)

            ## Сама {#s2}

            Тиша.

            1. [далі](#end) {trust=1}
            """ + Stories.End
        );

        Assert.Equal("", Hours(read.Lines()));
        var story = read.TheCase();
        Assert.Equal("Розмова про тиск.", story.ContentNote);
        Assert.Equal([new("safety", "безпека"), new("trust", "довіра")], story.Meters);
        Assert.Equal(["s1", "s2", "end"], story.Scenes.Select(scene => scene.Id));
        var first = story.Scenes[0];
        Assert.Equal("Біля столу", first.Title);
        Assert.Contains("<li>один</li>", first.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("спитати", first.Html, StringComparison.Ordinal);
        Assert.Equal("спитати <strong>тихо</strong>", first.Choices[0].Html);
        Assert.Equal("<p>Вона киває.</p>\n<p>І мовчить.</p>", first.Choices[0].FeedbackHtml);
        Assert.Equal((-1, 2), (first.Choices[0].Moves["safety"], first.Choices[0].Moves["trust"]));
        Assert.Equal([false, true, false], first.Choices.Select(choice => choice.IsBreach));
        Assert.Equal(["s2", "s2", "end"], first.Choices.Select(choice => choice.Next));
        Assert.Null(first.Choices[2].FeedbackHtml);
        Assert.Equal(1, story.Scenes[1].Choices[0].Moves["trust"]);
        Assert.Equal(CaseEnding.Good, story.Scenes[2].Ending);
        Assert.Equal(ActivityKind.Case, read.Course("basics")!.Draft!.Activities[2].Kind);
    }

    [Theory]
    [InlineData("## А\n\nТекст.\n\n- [далі](#end)", "scene-without-id", 7, 1)]
    [InlineData(
        "## А {#s1}\n\nТ.\n\n- [д](#end)\n\n## Б {#s1}\n\nТ.\n\n- [д](#end)",
        "duplicate-id",
        13,
        6
    )]
    [InlineData("## А {#S1}\n\nТ.\n\n- [далі](#end)", "bad-id", 7, 6)]
    [InlineData(Lead + "- [далі](#ent)\n- [д](#end)", "choice-leads-nowhere", 11, 3)]
    [InlineData(Lead + "- [далі](end)", "choice-leads-nowhere", 11, 3)]
    [InlineData(
        "## А {#s1}\n\nТ.\n\n- [д](#s2)\n- [д](#end)\n\n## Б {#s2}\n\nТекст.",
        "scene-is-dead-end",
        14,
        1
    )]
    [InlineData(
        "## А {#s1}\n\nТ.\n\n- [д](#s2)\n- [д](#end)\n\n## Б {#s2 ending=poor}\n\nТ.\n\n- [д](#end)",
        "ending-with-choices",
        14,
        1
    )]
    [InlineData(
        Lead + "- [д](#end)\n\n## Б {#s2}\n\nТ.\n\n- [д](#end)",
        "scene-unreachable",
        13,
        1
    )]
    [InlineData(
        Lead + "- [д](#end)\n- [б](#s2){breach}\n\n## Б {#s2}\n\nТ.\n\n- [д](#end)",
        "scene-unreachable",
        14,
        1
    )]
    [InlineData(
        Lead + "- [д](#s2)\n- [д](#end)\n\n## Б {#s2}\n\nТ.\n\n- [д](#s2)",
        "scene-without-way-out",
        14,
        1
    )]
    [InlineData(
        Lead + "- [д](#s2)\n- [д](#end)\n\n## Б {#s2}\n\nТ.\n\n- [д](#end){breach}",
        "scene-without-way-out",
        14,
        1
    )]
    [InlineData(Lead + "- [д](#end){saftey=1}", "unknown-meter", 11, 13)]
    [InlineData(Lead + "- [д](#end){onclick=x}", "unknown-attribute", 11, 13)]
    [InlineData(Lead + "- [д](#end){#id}", "unknown-attribute", 11, 13)]
    [InlineData(Lead + "- [д](#end){safety=10}", "bad-attribute", 11, 13)]
    [InlineData(Lead + "- [д](#end){safety=−1}", "bad-attribute", 11, 13)]
    [InlineData(Lead + "- [д](#end){safety}", "bad-attribute", 11, 13)]
    [InlineData(Lead + "- [д](#end){breach=1}\n- [д](#end)", "bad-attribute", 11, 13)]
    [InlineData(Lead + "- [д](#end){safety=1 safety=2}", "meter-moves-twice", 11, 22)]
    [InlineData(Lead + "- [д](#end){=}", "attribute-syntax", 11, 12)]
    [InlineData(Lead + "- [д](#end) і далі", "text-beside-choice", 11, 12)]
    [InlineData(Lead + "- [ ](#end)", "empty-choice", 11, 3)]
    [InlineData(Lead + "- [д](#end)\n- просто текст", "choice-without-link", 12, 1)]
    [InlineData(Lead + "- [д](#end)\n> ні", "quote-after-choices", 12, 1)]
    [InlineData(Lead + "- [д](#end)\n\nТекст", "text-after-choices", 13, 1)]
    [InlineData(Lead + "- [д](#end)\n\nТекст\n\n- [д](#end)", "two-choice-lists", 15, 1)]
    [InlineData(Lead + "- [д](#end)\n  > так\n\n  текст", "text-after-what-follows", 14, 3)]
    [InlineData(Lead + "- [д](#end)\n\n ## Б\n\nТ.", "heading-in-scene", 13, 2)]
    [InlineData("Вступ\n\n" + Lead + "- [д](#end)", "text-outside-scene", 7, 1)]
    [InlineData("## {#s1}\n\nТ.\n\n- [д](#end)", "scene-without-title", 7, 1)]
    [InlineData("## А {#s1}\n\n- [д](#end)", "scene-without-text", 7, 1)]
    [InlineData("## А {#s1 ending=bad}\n\nТ.\n\n- [д](#end)", "bad-attribute", 7, 6)]
    [InlineData("## А {#s1 kind=x}\n\nТ.\n\n- [д](#end)", "unknown-attribute", 7, 11)]
    [InlineData("## А {#s1 ending=good}\n\nТ.", "case-begins-with-ending", 7, 1)]
    public void A_wrong_scene_is_found_at_its_place(
        string scenes,
        string code,
        int line,
        int column
    )
    {
        var found = Stories.Read(scenes + Stories.End).Only(code);

        Assert.Equal((line, column), (found.Line, found.Column));
    }

    [Theory]
    [InlineData("", "empty-case")]
    [InlineData(Lead + "- [д](#s1)\n", "case-without-ending")]
    [InlineData(Lead + "- [д](#s2)\n\n## Б {#s2 ending=poor}\n\nТ.", "no-way-to-good-ending")]
    public void A_case_without_a_way_through_is_found(string scenes, string code)
    {
        var found = Stories.Read(scenes).Only(code);

        Assert.Equal((7, 1), (found.Line, found.Column));
    }

    [Theory]
    [InlineData("meters: {Safety: безпека}", "bad-meter")]
    [InlineData("meters: {breach: порушення}", "bad-meter")]
    [InlineData("meters: {safety: }", "missing-key")]
    [InlineData("meters: [safety]", "expects-keys")]
    [InlineData("meters: {a: а, b: б, c: в, d: г, e: ґ, f: д}", "too-many-meters")]
    [InlineData("metres: {safety: безпека}", "unknown-key")]
    public void A_wrong_meter_is_found(string key, string code)
    {
        using var content = new ContentFolder();
        var head = Stories.Head.Replace(
            "meters: {safety: безпека, trust: довіра}",
            key,
            StringComparison.Ordinal
        );

        content.Write(Stories.Path, head + Lead + "- [д](#end)" + Stories.End).Check().Only(code);
    }

    [Fact]
    public void A_mistyped_scene_is_suggested()
    {
        var found = Stories.Read(Lead + "- [далі](#edn)\n- [д](#end)" + Stories.End);

        Assert.Equal("#end", found.Only("choice-leads-nowhere").Suggestion);
    }

    [Fact]
    public void One_mistake_is_one_finding()
    {
        var read = Stories.Read(Lead + "- [далі](#nowhere)\n- [д](#end)" + Stories.End);

        Assert.Equal(
            "choice-leads-nowhere",
            Assert.Single(read.Findings, f => f.Code != "hours-do-not-add-up").Code
        );
    }

    [Fact]
    public void A_case_counts_when_the_course_says_so()
    {
        using var content = new ContentFolder();
        var draft = content
            .Replace(
                ContentFolder.Course,
                "revision: 1\nch",
                "completion: {cases: finished}\nrevision: 1\nch"
            )
            .Write(Stories.Path, Stories.Head + Lead + "- [д](#end)" + Stories.End)
            .Draft();

        Assert.True(draft.Manifest.Completion.Counts(ActivityKind.Case));
        Assert.False(CompletionRule.Default.Counts(ActivityKind.Case));
    }

    /// <summary>The small course says 60 minutes, and a case adds some.</summary>
    private static string Hours(string lines) =>
        string.Join(
            '\n',
            lines
                .Split('\n')
                .Where(line => !line.Contains("hours-do-not-add-up", StringComparison.Ordinal))
        );
}
