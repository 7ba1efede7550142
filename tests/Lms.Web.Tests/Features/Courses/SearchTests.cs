using AngleSharp.Html.Dom;
using Lms.Domain.Courses;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>The search of the catalogue, over HTTP.</summary>
public sealed class SearchTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_is_signed_in_finds_any_form_of_a_word_in_the_text(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var visitor = await host.SignedInAsync("specialist");
        foreach (
            var typed in new[] { "вербування", "вербувати", "ВЕРБУЮТЬ", "вepбyвaння", "вербув" }
        )
        {
            var page = await visitor.OpenAsync(At(typed));
            Assert.Contains(page.QuerySelectorAll("main .rows mark"), IsOf("вербу"));
            Assert.Contains(
                "/courses/k1-basics/act-means-purpose#",
                Links(page)[0],
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_place_that_is_linked_exists_on_the_page(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var visitor = await host.SignedInAsync("specialist");
        var links = Links(await visitor.OpenAsync(At("дитини")));
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var page = await visitor.OpenAsync(link);
            Assert.NotNull(page.QuerySelector("h1"));
            if (link.Split('#') is [_, var anchor])
            {
                Assert.NotNull(page.GetElementById(Uri.UnescapeDataString(anchor)));
            }
        }
    }

    [Fact]
    public async Task Without_an_account_lessons_are_found_by_title_alone()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var visitor = host.Anonymous();
        var page = await visitor.OpenAsync(At("згоди"));
        Assert.Contains("/courses/k1-basics/consent", Links(page));
        var lesson = page.QuerySelector("main .rows a[href='/courses/k1-basics/consent']")!;
        Assert.Empty(lesson.Closest("li")!.QuerySelectorAll("p:not(.meta)"));
        Assert.NotNull(page.QuerySelector("main a[href^='/account/login?from=%2Fcourses%3Fq%3D']"));
        var text = await visitor.OpenAsync(At("вербували"));
        Assert.DoesNotContain(
            Links(text),
            link => link.StartsWith("/courses/k1-basics/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_public_course_is_searched_whole_without_an_account()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var open = AddedCourse.Manifest with { Access = CourseAccess.Public };
        await AddedCourse.AddAsync(host, open, "<p>Кавун на городі.</p>");
        Assert.Equal(
            ["/courses/added/only"],
            Links(await host.Anonymous().OpenAsync(At("кавуни")))
        );
    }

    [Fact]
    public async Task Every_apostrophe_finds_every_apostrophe()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        const string text = "<p>Це ваш обов&#x2019;язок, а не кавун.</p>";
        await AddedCourse.AddAsync(host, AddedCourse.Manifest, text);
        var visitor = await host.SignedInAsync("specialist");
        string[] shapes = ["обов'язком", "обов’язком", "обовʼязком", "обов`язком", "oбoв’язки"];
        foreach (var typed in shapes)
        {
            var page = await visitor.OpenAsync(At($"кавун {typed}"));
            Assert.Equal(["/courses/added/only"], Links(page));
            Assert.Contains(page.QuerySelectorAll("mark"), IsOf("обов’язок"));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_learner_finds_the_version_they_are_on_and_others_the_newest(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var course = await AddedCourse.AddAsync(host, AddedCourse.Manifest, "<p>Старий кавун.</p>");
        await using (var db = host.Look())
        {
            await course.EnrolAsync(
                "specialist",
                db.CourseVersions.Single(v => v.CourseId == course.Course.Id)
            );
        }

        await course.PublishAsync(2, AddedCourse.Manifest, ("uk", "<p>Нова диня.</p>"));
        var learner = await host.SignedInAsync("specialist");
        var other = await host.SignedInAsync("specialist2");
        Assert.Single(Links(await learner.OpenAsync(At("кавуни"))));
        Assert.Empty(Links(await learner.OpenAsync(At("дині"))));
        Assert.Single(Links(await other.OpenAsync(At("дині"))));
        Assert.Empty(Links(await other.OpenAsync(At("кавуни"))));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_private_course_is_shown_to_its_own_learners_alone(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var closed = AddedCourse.Manifest with { IsPrivate = true };
        var course = await AddedCourse.AddAsync(host, closed, "<p>Кавун.</p>");
        await using (var db = host.Look())
        {
            await course.EnrolAsync(
                "specialist",
                db.CourseVersions.Single(v => v.CourseId == course.Course.Id)
            );
        }

        var own = await host.SignedInAsync("specialist");
        Assert.Contains("/courses/added", Links(await own.OpenAsync("/courses")));
        Assert.Equal(["/courses/added/only"], Links(await own.OpenAsync(At("кавун"))));
        foreach (var other in new[] { "manager", "admin", "specialist2" })
        {
            var visitor = await host.SignedInAsync(other);
            Assert.DoesNotContain("/courses/added", Links(await visitor.OpenAsync("/courses")));
            Assert.Empty(Links(await visitor.OpenAsync(At("кавун"))));
            Assert.Empty(Links(await visitor.OpenAsync(At("городництво"))));
        }
    }

    [Fact]
    public async Task Of_a_lesson_that_other_courses_come_before_only_the_title_is_searched()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var later = AddedCourse.Manifest with { Prerequisites = ["k1-basics"] };
        await AddedCourse.AddAsync(host, later, "<p>Кавун.</p>");
        var visitor = await host.SignedInAsync("specialist");
        Assert.Empty(Links(await visitor.OpenAsync(At("кавун"))));
        Assert.Contains("/courses/added/only", Links(await visitor.OpenAsync(At("урок 1 uk"))));
    }

    [Fact]
    public async Task A_translated_lesson_is_found_in_the_language_it_is_shown_in()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var course = await AddedCourse.AddAsync(host, AddedCourse.Manifest, "<p>Кавун.</p>");
        await course.PublishAsync(
            2,
            AddedCourse.Manifest,
            ("uk", "<p>Кавун.</p>"),
            ("en", "<p>Melons.</p>")
        );
        var ukrainian = await host.SignedInAsync("specialist");
        var english = await host.SignedInAsync("specialist", "en");
        Assert.Single(Links(await ukrainian.OpenAsync(At("кавун"))));
        Assert.Empty(Links(await ukrainian.OpenAsync(At("melon"))));
        Assert.Single(Links(await english.OpenAsync(At("melon"))));
        Assert.Empty(Links(await english.OpenAsync(At("кавун"))));
    }

    [Fact]
    public async Task What_was_typed_stays_text()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        const string text = "<p>&lt;script&gt;alert(1)&lt;/script&gt; mark борг onfocus</p>";
        await AddedCourse.AddAsync(host, AddedCourse.Manifest, text);
        var visitor = await host.SignedInAsync("specialist");
        string[] attacks =
        [
            "\"><script>alert(1)</script>",
            "' onfocus=alert(1) autofocus '",
            "<mark>борг</mark>",
        ];
        foreach (var typed in attacks)
        {
            var page = await visitor.OpenAsync(At(typed));
            var box = Assert.IsAssignableFrom<IHtmlInputElement>(page.GetElementById("q"));
            Assert.Equal(typed, box.Value);
            Assert.Null(box.GetAttribute("onfocus"));
            Assert.Equal("/courses/added/only", Links(page)[0]);
            Assert.Empty(page.QuerySelectorAll("main script"));
            Assert.NotEmpty(page.QuerySelectorAll("mark"));
            Assert.DoesNotContain(page.QuerySelectorAll("mark"), mark => mark.Children.Length > 0);
        }
    }

    [Fact]
    public async Task Nonsense_is_answered_with_a_page()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        string[] queries =
        [
            "?q=%00%01&p=-7",
            "?q=%ED%A0%80&p=99999999999",
            "?q=%F0%9F%92%AC&p=999999999",
            "?q=a&q=b&p=x",
            "?q=%FF%FE%2B%2A%22&role=%00&competence=%3C&hours=never",
        ];
        foreach (var query in queries)
        {
            using var answer = await host.Anonymous().GetAsync($"/courses{query}");
            Assert.Equal(200, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_query_without_end_is_cut_and_said_to_be()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var page = await host.Anonymous().OpenAsync(At($"згода {new string('ж', 5_000)}"));
        Assert.NotNull(page.QuerySelector("main .notice"));
        var box = Assert.IsAssignableFrom<IHtmlInputElement>(page.GetElementById("q"));
        Assert.InRange(box.Value.Length, 200, 201);
    }

    [Fact]
    public async Task An_empty_answer_says_what_to_try_and_where_help_is()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var page = await host.Anonymous().OpenAsync(At("абракадабра"));
        Assert.Contains(
            "початок",
            page.QuerySelector("main .empty")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(page.QuerySelector("main .empty a[href='/help']"));
        var english = await host.Anonymous("en").OpenAsync(At("абракадабра"));
        Assert.Contains(
            "beginning",
            english.QuerySelector("main .empty")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_of_a_quiz_is_found()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        var quiz = (await learner.CourseAsync()).Activities.First(one => one.Quiz is not null);
        var page = await learner.Client.OpenAsync(At(quiz.Title));
        Assert.DoesNotContain(
            Links(page),
            link => link.Contains(quiz.Slug, StringComparison.Ordinal)
        );
    }

    private static string At(string typed) => $"/courses?q={Uri.EscapeDataString(typed)}";

    private static IReadOnlyList<string> Links(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main .rows h2 a").Select(link => link.GetAttribute("href")!)];

    private static Predicate<AngleSharp.Dom.IElement> IsOf(string beginning) =>
        mark => mark.TextContent.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
}
