using System.Reflection;
using System.Text.RegularExpressions;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

public sealed partial class FindingTests
{
    private static readonly FindingText Text = new(
        "a-code",
        Severity.Error,
        "Нема «{0}».",
        "No “{0}”."
    );

    [Fact]
    public void A_finding_prints_on_one_line_with_its_place()
    {
        var finding = new Finding("courses/a/course.md", 3, 7, Text, ["x\ny"], "z");

        Assert.Equal(
            "courses/a/course.md:3:7: error a-code No “x y”. Did you mean “z”?",
            finding.Print("en")
        );
        Assert.Equal(
            "courses/a/course.md:3:7: error a-code Нема «x y». Можливо, «z»?",
            finding.ToString()
        );
    }

    [Fact]
    public void A_long_argument_is_cut()
    {
        var finding = new Finding("a.md", 1, 1, Text, [new string('я', 10_000)]);

        Assert.True(finding.ToString().Length < 200);
    }

    [Fact]
    public void Every_text_has_a_code_of_its_own_and_the_same_places_in_both_languages()
    {
        var texts = typeof(ContentCheck)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace?.StartsWith("Lms.Web.Content", StringComparison.Ordinal) == true
            )
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(FindingText))
            .Select(field => (FindingText)field.GetValue(null)!)
            .ToList();

        Assert.True(texts.Count > 60);
        Assert.Equal(texts.Count, texts.DistinctBy(text => text.Code).Count());
        Assert.All(texts, text => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", text.Code));
        Assert.All(texts, text => Assert.Equal(Places(text.Uk), Places(text.En)));
    }

    [Fact]
    public void Findings_come_in_the_order_of_files_and_places()
    {
        using var content = new ContentFolder();
        content
            .WriteLesson("## А\n\n[x](nowhere.md) [y](javascript:1)\n\n[z](gone.md)\n")
            .Replace(ContentFolder.Course, "licence:", "license:");

        var places = content
            .Check()
            .Findings.Select(one => (one.Path, one.Line, one.Column))
            .ToList();

        Assert.Equal(
            [
                (ContentFolder.Course, 19, 1),
                (ContentFolder.Lesson, 7, 1),
                (ContentFolder.Lesson, 7, 17),
                (ContentFolder.Lesson, 9, 1),
            ],
            places
        );
    }

    [Fact]
    public void One_file_cannot_flood_the_list()
    {
        var read = Reading.Lesson(string.Concat(Enumerable.Repeat("[x](javascript:1)\n\n", 400)));

        Assert.Equal("too-many-findings", read.Findings[^1].Code);
        Assert.InRange(read.Findings.Count, 100, 110);
    }

    private static string[] Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Value).Order().Distinct()];

    [GeneratedRegex(@"(?<!\{)\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
