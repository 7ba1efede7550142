using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Help;

/// <summary>The glossary, open to everybody.</summary>
public sealed class GlossaryTests
{
    private const string Lesson = "courses/k1-basics/01-three-elements/01-act-means-purpose.md";

    [Fact]
    public async Task Everybody_reads_it_in_their_language_and_finds_its_words()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, await ContentAsync());
        var visitor = host.Anonymous();

        var page = await visitor.OpenAsync("/help/glossary");
        var english = await host.Anonymous("en").OpenAsync("/help/glossary");

        Assert.Equal(
            ["біла хата", "яскраве слово"],
            page.QuerySelectorAll(".glossary dt:first-of-type").Select(term => term.TextContent)
        );
        Assert.Equal("bright word", english.QuerySelector(".glossary dt")!.TextContent);

        var found = await visitor.OpenAsync("/courses?q=яскравих%20слів");
        var link = found.QuerySelector("main .rows a")!.GetAttribute("href")!;
        Assert.StartsWith("/help/glossary#", link);
        Assert.NotNull(page.GetElementById(Uri.UnescapeDataString(link.Split('#')[1])));
        var variant = await visitor.OpenAsync("/courses?q=барвистого");
        Assert.Equal(link, variant.QuerySelector("main .rows a")!.GetAttribute("href"));
        var foreign = await visitor.OpenAsync("/courses?q=bright");
        Assert.Null(foreign.QuerySelector("main .rows a[href^='/help/glossary']"));
    }

    [Fact]
    public async Task A_published_lesson_keeps_the_meaning_of_its_day()
    {
        var content = await ContentAsync();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        await File.WriteAllTextAsync(
            Path.Combine(content, "glossary.md"),
            "---\ntitle: Словник\n---\n\nяскраве слово\n: Зовсім інше.\n"
        );

        var learner = await host.SignedInAsync("specialist");
        var lesson = await learner.OpenAsync("/courses/k1-basics/act-means-purpose");

        var term = lesson.QuerySelector("a.term")!;
        var meaning = lesson.GetElementById(
            Uri.UnescapeDataString(term.GetAttribute("href")![1..])
        )!;
        Assert.Equal("Те, що видно.", meaning.TextContent.Trim());
    }

    private static async Task<string> ContentAsync()
    {
        var folder = ContentCopy.Make();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "glossary.md"),
            "---\ntitle: Словник\n---\n\nяскраве слово\nбарвисте слово\n: Те, що видно.\n\nбіла хата\n: Дім.\n"
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "glossary.en.md"),
            "---\ntitle: Glossary\n---\n\nbright word\n: What is seen.\n"
        );
        await File.AppendAllTextAsync(Path.Combine(folder, Lesson), "\n\nОсь [[яскраве слово]].\n");
        return folder;
    }
}
