using System.Net;
using Lms.Web.Tests.Features.Courses;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Authors;

/// <summary>The author sees the ways through a case as its file says at this moment.</summary>
public sealed class CaseDrawingTests
{
    private const string Address = "/author/k1-basics/case/story";

    [Fact]
    public async Task The_author_sees_the_drawing_and_the_same_as_a_list()
    {
        var content = await StoryContent.MakeAsync();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var author = await host.SignedInAsync("author");

        var desk = await author.OpenAsync("/author/k1-basics");
        Assert.NotNull(desk.QuerySelector($"a[href='{Address}']"));
        var page = await author.OpenAsync(Address);
        Assert.NotNull(page.QuerySelector("svg[role=img] > title"));
        Assert.Equal(4, page.QuerySelectorAll(".scenes > li").Length);
        var list = page.QuerySelector(".scenes")!.TextContent;
        Assert.Contains("небезпечний крок", list, StringComparison.Ordinal);
        Assert.Contains("могло вийти краще", list, StringComparison.Ordinal);

        var file = Path.Combine(content, "courses", "k1-basics", "90-story.case.md");
        await File.AppendAllTextAsync(file, "\n\n## Острів {#island ending=good}\n\nНіхто.\n");
        page = await author.OpenAsync(Address);
        Assert.NotNull(page.QuerySelector(".graph-apart"));
        Assert.Contains(
            "Жоден вибір сюди не веде",
            page.QuerySelector(".scenes")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Others_and_other_addresses_get_nothing()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        foreach (var name in new[] { "specialist", "trainer", "manager", "admin" })
        {
            var other = await host.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Address)).StatusCode);
        }

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await host.Anonymous().GetAsync(Address)).StatusCode
        );
        var author = await host.SignedInAsync("author");
        foreach (var absent in new[] { "three-elements", "nothing", "..%2Fstory" })
        {
            using var answer = await author.GetAsync($"/author/k1-basics/case/{absent}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
