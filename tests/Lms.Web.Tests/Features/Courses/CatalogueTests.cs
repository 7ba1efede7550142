using AngleSharp.Html.Dom;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>The filters of the catalogue: links, and a view that is its address.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task A_filter_is_a_link_and_says_when_it_is_chosen()
    {
        await using var host = await StartAsync();
        var visitor = host.Anonymous();
        var page = await visitor.OpenAsync("/courses");
        Assert.Equal(2, Rows(page));
        Assert.Empty(page.QuerySelectorAll("main a.button-link[href='/courses']"));
        var role = page.QuerySelector("a.chip[href='/courses?role=R02']");
        Assert.NotNull(role);
        Assert.Null(role.GetAttribute("aria-current"));

        var chosen = await visitor.OpenAsync("/courses?role=R02");
        Assert.Equal(1, Rows(chosen));
        Assert.Equal(
            "true",
            chosen.QuerySelector("a.chip[href='/courses?role=R02']")!.GetAttribute("aria-current")
        );
        Assert.Contains(
            role.TextContent,
            chosen.QuerySelector("main summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(chosen.QuerySelector("main a[href='/courses']"));
        Assert.Equal("R02", Hidden(chosen, "role"));
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        await using var host = await StartAsync();
        (string Query, int Courses)[] views =
        [
            ("?hours=short", 1),
            ("?hours=medium", 1),
            ("?hours=long", 0),
            ("?hours=Short", 2),
            ("?competence=П1", 1),
            ("?competence=В1", 1),
            ("?competence=B1", 1),
            ("?competence=nothing", 2),
            ("?role=R01", 2),
            ("?role=R01&competence=В1&hours=medium", 1),
            ("?role=R02&competence=В1", 0),
        ];
        foreach (var (query, courses) in views)
        {
            var page = await host.Anonymous().OpenAsync($"/courses{query}");
            Assert.True(Rows(page) == courses, $"{query} shows {Rows(page)} and not {courses}");
        }
    }

    [Fact]
    public async Task A_search_keeps_its_filters_and_a_filter_its_search()
    {
        await using var host = await StartAsync();
        var visitor = host.Anonymous();
        Assert.NotEqual(0, Rows(await visitor.OpenAsync("/courses?q=згода&hours=short")));
        var page = await visitor.OpenAsync("/courses?q=згода&hours=medium");
        Assert.Equal(0, Rows(page));
        Assert.NotNull(page.QuerySelector("main .empty"));
        Assert.Equal("medium", Hidden(page, "hours"));
        var chip = page.QuerySelectorAll("a.chip").OfType<IHtmlAnchorElement>().First();
        Assert.Contains("q=", chip.Href, StringComparison.Ordinal);
        Assert.Contains("hours=medium", chip.Href, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_there_are_is_said_in_words()
    {
        await using var host = await StartAsync();
        (string Language, string Address, string Said)[] views =
        [
            ("uk", "/courses?role=R01", "Знайдено 2 курси."),
            ("uk", "/courses?role=R02", "Знайдено 1 курс."),
            ("en", "/courses?role=R01", "2 courses found."),
            ("en", "/courses?role=R02", "1 course found."),
            ("uk", "/courses?hours=long", "Таких курсів ще немає."),
            ("uk", "/courses?q=городництво", "Знайдено 1 місце."),
            ("en", "/courses?q=городництво", "Found in 1 place."),
        ];
        foreach (var (language, address, said) in views)
        {
            var page = await host.Anonymous(language).OpenAsync(address);
            Assert.Equal(said, page.QuerySelector("main [role=status]")!.TextContent.Trim());
        }
    }

    /// <summary>К1 (one hour, П1, for every role) and К9 (four hours, В1, for R01).</summary>
    private static async Task<LmsHost> StartAsync()
    {
        var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manifest = AddedCourse.Manifest with
        {
            Audience = ["R01"],
            Competences = [new("В1", 1)],
        };
        await AddedCourse.AddAsync(host, manifest, "<p>Кавун.</p>");
        return host;
    }

    private static int Rows(IHtmlDocument page) => page.QuerySelectorAll("main .rows > li").Length;

    private static string? Hidden(IHtmlDocument page, string name) =>
        page.QuerySelector($"form[role=search] input[type=hidden][name={name}]")
            ?.GetAttribute("value");
}
