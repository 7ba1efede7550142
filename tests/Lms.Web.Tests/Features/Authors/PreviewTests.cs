using System.Net;
using AngleSharp.Html.Dom;
using Lms.Web.Tests.Features.Courses;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Authors;

/// <summary>A draft seen as its learners would see it, with nothing stored.</summary>
public sealed class PreviewTests
{
    private const string Address = "/author/k1-basics/preview";
    private const string First = "01-three-elements/01-act-means-purpose.md";

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task Every_page_of_the_draft_opens_in_both_languages(string language)
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        var author = await host.SignedInAsync("author", language);
        var outline = await author.OpenAsync(Address);
        Assert.NotNull(outline.QuerySelector("#draft[data-stamp]"));
        var links = outline.QuerySelectorAll(".outline a").Select(a => a.GetAttribute("href")!);
        var pages = links.ToList();
        Assert.True(pages.Count > 4);
        foreach (var page in pages)
        {
            using var answer = await author.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var read = await answer.ReadAsync();
            Assert.NotNull(read.QuerySelector("#draft"));
            Assert.Equal(1, read.QuerySelectorAll("h1").Length);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task What_is_written_is_seen_at_once_and_by_authors_alone()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var files = new Author(host, content, "k1-basics");
        var author = await host.SignedInAsync("author");
        var before = await StampAsync(author);
        await files.WriteAsync(First, text => text + "\n\nЩойно написане речення.\n");

        Assert.NotEqual(before, await StampAsync(author));
        var page = await author.OpenAsync($"{Address}/act-means-purpose");
        Assert.Contains("Щойно написане", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            await StampAsync(author),
            page.QuerySelector("#draft")!.GetAttribute("data-stamp")
        );
        var learner = await host.SignedInAsync("specialist");
        var published = await learner.OpenAsync("/courses/k1-basics/act-means-purpose");
        Assert.DoesNotContain("Щойно", published.Body!.TextContent, StringComparison.Ordinal);
        foreach (var name in new[] { "specialist", "trainer", "admin" })
        {
            var other = await host.SignedInAsync(name);
            foreach (
                var place in new[] { Address, $"{Address}/consent", "/author/k1-basics/stamp" }
            )
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(place)).StatusCode);
            }
        }
    }

    [Fact]
    public async Task Questions_are_graded_on_the_server_and_nothing_is_kept()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var author = await host.SignedInAsync("author");
        var address = $"{Address}/three-elements";
        var page = await author.OpenAsync(address);
        var firsts = page.QuerySelectorAll("fieldset.question")
            .Select(set => set.QuerySelector("input[type=radio], input[type=checkbox]"))
            .OfType<IHtmlInputElement>()
            .Select(option => (option.Name!, option.Value))
            .ToArray();

        using var answer = await author.SubmitAsync(page, address, "main form", firsts);
        var marked = await answer.ReadAsync();
        Assert.Equal(
            page.QuerySelectorAll("fieldset.question").Length,
            marked.QuerySelectorAll(".marked").Length
        );
        await using var db = host.Look();
        Assert.Equal(0, await db.Attempts.CountAsync());
        Assert.Equal(0, await db.Enrolments.CountAsync());

        using var foreign = await author.SubmitAsync(page, address, "main form", ("paper", "x"));
        Assert.Equal(HttpStatusCode.Redirect, foreign.StatusCode);
    }

    [Fact]
    public async Task A_question_of_a_lesson_is_tried_below_it()
    {
        const string question = """


            ::: question {#q-try}
            Що тут є засобом?

            - [x] обман
            - [ ] поїздка
            :::

            """;
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var files = new Author(host, content, "k1-basics");
        await files.WriteAsync(First, text => text + question);
        var author = await host.SignedInAsync("author");
        var address = $"{Address}/act-means-purpose";

        var page = await author.OpenAsync(address);
        Assert.NotNull(page.QuerySelector(".practice a[href='#h-try']"));
        Assert.Equal(1, page.QuerySelectorAll("[id='q-try']").Length);
        var right = (IHtmlInputElement)page.QuerySelector("fieldset input[type=radio]")!;
        using var answer = await author.SubmitAsync(
            page,
            address,
            "main form",
            (right.Name!, right.Value)
        );
        Assert.Single((await answer.ReadAsync()).QuerySelectorAll(".marked"));
        await using var db = host.Look();
        Assert.Equal(0, await db.PracticeAnswers.CountAsync());
    }

    [Fact]
    public async Task A_case_is_tried_along_its_links_and_nothing_is_kept()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        var author = await host.SignedInAsync("author");
        var page = await author.OpenAsync($"{Address}/story");
        foreach (var choice in new[] { 0, 0 })
        {
            var link = page.QuerySelectorAll("a.option")[choice].GetAttribute("href")!;
            page = await author.OpenAsync(link);
        }

        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Людина знає, куди йти.", words, StringComparison.Ordinal);
        Assert.Contains("Картка в кишені.", words, StringComparison.Ordinal);
        foreach (var nonsense in new[] { "9", "0.0.0", "-1", "x", "99999999999" })
        {
            using var answer = await author.GetAsync($"{Address}/story?way={nonsense}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        await using var db = host.Look();
        Assert.Equal(0, await db.CaseRuns.CountAsync());
    }

    [Fact]
    public async Task A_draft_with_errors_is_shown_as_far_as_it_goes()
    {
        var content = await StoryContent.MakeAsync();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var files = new Author(host, content, "k1-basics");
        await files.WriteAsync(First, text => text + "\n\nДалі [нікуди](nowhere.md).\n");
        await files.WriteAsync("90-story.case.md", text => text + "\n\n## Знову {#s1}\n");
        var author = await host.SignedInAsync("author");

        var lesson = await author.OpenAsync($"{Address}/act-means-purpose");
        Assert.Contains(
            "Далі",
            lesson.QuerySelector("article")!.TextContent,
            StringComparison.Ordinal
        );
        foreach (var page in new[] { "story", "three-elements" })
        {
            var shown = await author.OpenAsync($"{Address}/{page}");
            Assert.Contains("Спершу виправте", shown.Body!.TextContent, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Path.Combine(files.Folder, "course.md"), "---\n: [\n");
        foreach (var address in new[] { Address, "/author/k1-basics", "/author" })
        {
            using var answer = await author.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static Task<string> StampAsync(HttpClient author) =>
        author.GetStringAsync("/author/k1-basics/stamp");
}
