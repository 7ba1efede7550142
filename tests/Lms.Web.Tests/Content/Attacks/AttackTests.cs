using System.Diagnostics;
using CsCheck;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content.Attacks;

/// <summary>Hostile lines against the whole way from a file to a page, and against the first wall alone.</summary>
[Collection("alone")]
public sealed class AttackTests : IDisposable
{
    internal static readonly string[] Around =
    [
        "{0}",
        "> {0}",
        "- {0}",
        "1. {0}\n2. x",
        "::: details x\n{0}\n:::",
        "::: checklist {{#c}}\n- [ ] {0}\n:::",
        "::: question {{#q-p}}\n{0}\n\n- [x] {0}\n- [ ] y\n\n> {0}\n:::",
        "x[^1]\n\n[^1]: {0}",
        "x\n: {0}",
        "| a |\n|---|\n| {0} |",
        "^^^\n{0}\n^^^ {0}",
        "> [!NOTE]\n> {0}",
        "[{0}](/help \"{0}\")",
        "**{0}**",
        "[[word|{0}]]",
        "## {0}",
        "*[x]: {0}\n\nx",
    ];

    private readonly ContentFolder content = new();

    public AttackTests() => content.Write("glossary.md", "---\ntitle: x\n---\n\nword\n: x\n");

    public static TheoryData<string> Families => new(AttackLines.Families);

    public void Dispose() => content.Dispose();

    [Fact]
    public void There_are_more_than_four_hundred() =>
        Assert.True(AttackLines.All.Distinct().Count() > 400);

    [Theory]
    [MemberData(nameof(Families))]
    public void No_attack_passes_the_first_wall(string family) =>
        Assert.All(
            AttackLines.Of(family),
            line =>
            {
                var html = FirstWall.Of(line);
                MarkupSafetyTests.IsHarmless(html);
                FirstWall.HoldsNothingElse(html);
            }
        );

    [Theory]
    [MemberData(nameof(Families))]
    public void No_attack_in_a_lesson_reaches_a_page(string family) =>
        Assert.All(AttackLines.Of(family), line => IsHarmless(content.WriteLesson(line)));

    [Theory]
    [MemberData(nameof(Families))]
    public void No_attack_in_a_question_reaches_a_page(string family) =>
        Assert.All(
            AttackLines.Of(family),
            line =>
            {
                var indented = line.Replace("\n", "\n  ");
                IsHarmless(
                    content.WriteQuiz(
                        $"## x {{#q}}\n\n{line}\n\n- [x] {indented}\n  > {indented}\n- [ ] z\n"
                    )
                );
            }
        );

    [Theory]
    [MemberData(nameof(Families))]
    public void No_attack_in_the_glossary_reaches_a_page(string family) =>
        Assert.All(
            AttackLines.Of(family),
            line =>
            {
                var meaning = line.Replace("\n", "\n    ");
                content.Write(
                    "glossary.md",
                    $"---\ntitle: x\n---\n\nword\n: {meaning}\n\n{line}\n: x\n"
                );
                IsHarmless(content.WriteLesson("[[word]]"));
            }
        );

    [Theory]
    [MemberData(nameof(Families))]
    public void No_attack_in_a_snippet_reaches_a_page(string family) =>
        Assert.All(
            AttackLines.Of(family),
            line =>
            {
                content.Write("courses/basics/snippets/a.md", line);
                IsHarmless(content.WriteLesson("::: include ../snippets/a.md\n:::"));
            }
        );

    [Fact]
    public void Attacks_put_together_at_random_harm_nobody_and_take_no_time()
    {
        var part = Gen.Select(OneOf(AttackLines.All), OneOf(Around))
            .Select((attack, around) => string.Format(null, around, attack));
        Gen.Select(part.Array[1, 6], OneOf(["\n\n", "\n", " ", ""]))
            .Sample(
                (parts, between) =>
                {
                    var markdown = string.Join(between, parts);
                    var watch = Stopwatch.StartNew();
                    var html = FirstWall.Of(markdown);
                    IsHarmless(content.WriteLesson(markdown));
                    Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), markdown);
                    MarkupSafetyTests.IsHarmless(html);
                    FirstWall.HoldsNothingElse(html);
                },
                iter: 400,
                threads: 1
            );
    }

    private static Gen<string> OneOf(IReadOnlyList<string> lines) =>
        Gen.Int[0, lines.Count - 1].Select(index => lines[index]);

    private static void IsHarmless(ContentFolder folder)
    {
        var read = folder.Check();
        Assert.DoesNotContain("unsafe-html", read.Codes());
        foreach (var words in read.Course("basics")!.Draft!.Activities.Select(one => one.Words))
        {
            var questions = words.Practice.Concat(words.Quiz?.Questions ?? []);
            string?[] parts =
            [
                words.Lesson?.Html,
                .. questions.SelectMany(question =>
                    new[] { question.PromptHtml, question.ExplanationHtml }
                ),
                .. questions
                    .OfType<Lms.Domain.Quizzes.ChoiceQuestion>()
                    .SelectMany(question => question.Options)
                    .SelectMany(option => new[] { option.Html, option.FeedbackHtml }),
            ];
            Assert.All(
                parts.OfType<string>(),
                html =>
                {
                    MarkupSafetyTests.IsHarmless(html);
                    FirstWall.HoldsNothingElse(html);
                }
            );
        }
    }
}
