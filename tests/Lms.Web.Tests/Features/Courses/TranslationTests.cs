using AngleSharp.Dom;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>A course in two languages, as its pages show it in each.</summary>
public sealed class TranslationTests
{
    private const string Course = "/courses/two-tongues";

    private static readonly (string Path, string Text)[] Files =
    [
        ("two-tongues/course.md", WrittenCourse.Manifest("Дві мови")),
        (
            "two-tongues/course.en.md",
            Translated("Two tongues", "About *both*.", "summary: \"In short.\"\n")
        ),
        ("two-tongues/01-first.md", WrittenCourse.Lesson("Перше", "## Початок\n\nСлова.")),
        ("two-tongues/01-first.en.md", Translated("First", "## Beginning\n\nWords.")),
        ("two-tongues/02-own.md", WrittenCourse.Lesson("Лише своєю", "Слова.")),
        (
            "two-tongues/03-check.quiz.md",
            WrittenCourse.Lesson("Тест", "## Скільки? {#q-many}\n\n- [x] три\n- [ ] дві")
        ),
        (
            "two-tongues/03-check.quiz.en.md",
            Translated("Quiz", "## How many? {#q-many}\n\n- [x] three\n- [ ] two")
        ),
        (
            "two-tongues/04-doors.case.md",
            WrittenCourse.Lesson(
                "Двері",
                "## Перед дверима {#s1}\n\nТихо.\n\n- [постукати](#s2){calm=1}\n  > Чути кроки.\n\n## Відчинено {#s2 ending=good}\n\nДобре.",
                "minutes: 5\nmeters: {calm: спокій}"
            )
        ),
        (
            "two-tongues/04-doors.case.en.md",
            Translated(
                "Doors",
                "## Before the door {#s1}\n\nQuiet.\n\n- [knock](#s2){calm=1}\n  > Steps are heard.\n\n## Open {#s2 ending=good}\n\nGood.",
                "meters: {calm: calm}\n"
            )
        ),
    ];

    [Theory]
    [InlineData("en", "Two tongues", "en")]
    [InlineData("uk", "Дві мови", "uk")]
    public async Task The_course_and_its_catalogue_row_speak_the_language_of_the_reader(
        string language,
        string title,
        string lang
    )
    {
        await using var host = await StartAsync();
        var reader = await host.SignedInAsync("specialist", language);

        var row = (await reader.OpenAsync("/courses")).QuerySelector($"a[href='{Course}']")!;
        var page = await reader.OpenAsync(Course);

        Assert.Equal((title, lang), Said(row));
        Assert.Equal((title, lang), Said(page.QuerySelector("h1")!));
        Assert.Equal(
            lang == "en" ? "First" : "Перше",
            page.QuerySelector($"a[href='{Course}/first']")!.TextContent
        );
        Assert.Equal(
            ("Лише своєю", "uk"),
            Said(page.QuerySelector($".outline a[href='{Course}/own']")!)
        );
    }

    [Fact]
    public async Task A_lesson_is_read_in_English_where_it_is_translated_and_in_its_own_language_where_not()
    {
        await using var host = await StartAsync();
        var reader = await host.SignedInAsync("specialist", "en");

        var first = await reader.OpenAsync($"{Course}/first");
        var own = await reader.OpenAsync($"{Course}/own");

        Assert.Equal(("First", "en"), Said(first.QuerySelector("article h1")!));
        Assert.Contains(
            "Words.",
            first.QuerySelector("article")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(first.QuerySelector("article [href='?lang=uk'], article [hreflang=uk]"));
        Assert.Equal(("Лише своєю", "uk"), Said(own.QuerySelector("article h1")!));
        Assert.Equal("en", own.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Blocks_have_the_same_ids_in_both_languages()
    {
        await using var host = await StartAsync();
        var ukrainian = await host.SignedInAsync("specialist");
        var english = await host.SignedInAsync("specialist", "en");

        Assert.Equal(await BlocksAsync(ukrainian), await BlocksAsync(english));
    }

    [Fact]
    public async Task A_quiz_is_answered_in_English_and_judged_by_the_key_of_its_source()
    {
        await using var host = await StartAsync();
        var reader = await host.SignedInAsync("specialist", "en");
        var intro = await reader.OpenAsync($"{Course}/check");
        Assert.Equal(("Quiz", "en"), Said(intro.QuerySelector("h1")!));
        using var opened = await reader.SubmitAsync($"{Course}/check", "main form");

        var paper = await reader.OpenAsync($"{Course}/check");
        var options = paper
            .QuerySelectorAll("main label")
            .Select(label => label.TextContent.Trim());

        Assert.Equal(["three", "two"], options.Order(StringComparer.Ordinal));
        Assert.Contains("How many?", paper.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_played_in_English_on_the_steps_of_its_source()
    {
        await using var host = await StartAsync();
        var english = await host.SignedInAsync("specialist", "en");
        Assert.Equal(
            ("Doors", "en"),
            Said((await english.OpenAsync($"{Course}/doors")).QuerySelector("h1")!)
        );
        using var begun = await english.SubmitAsync($"{Course}/doors", "form[action*='Begin']");
        var scene = await english.OpenAsync($"{Course}/doors");
        Assert.Equal(("Before the door", "en"), Said(scene.QuerySelector("article h1")!));
        using var chosen = await english.SubmitAsync(
            scene,
            $"{Course}/doors",
            "form#choices",
            ("choice", "0")
        );

        var ended = await english.OpenAsync($"{Course}/doors");
        var ukrainian = await (await host.SignedInAsync("specialist")).OpenAsync($"{Course}/doors");

        Assert.Contains("Steps are heard.", ended.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Open", "en"), Said(ended.QuerySelector("article h1")!));
        Assert.Equal(("Відчинено", "uk"), Said(ukrainian.QuerySelector("article h1")!));
        Assert.Contains("спокій", ukrainian.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<LmsHost> StartAsync() =>
        await LmsHost.StartAsync(TestDatabase.Sqlite, await WrittenCourse.BesideAsync(Files));

    private static async Task<IEnumerable<string?>> BlocksAsync(HttpClient reader) =>
        (await reader.OpenAsync($"{Course}/first"))
            .QuerySelectorAll("article p[id]")
            .Select(block => block.Id);

    private static (string Text, string? Language) Said(IElement element) =>
        (element.TextContent.Trim(), (element.Closest("[lang]") ?? element).GetAttribute("lang"));

    private static string Translated(string title, string body, string keys = "") =>
        $"---\nsource: \"\"\ntitle: \"{title}\"\n{keys}---\n\n{body}\n";
}
