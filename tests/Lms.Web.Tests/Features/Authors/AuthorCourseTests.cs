using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Authors;

/// <summary>The page of one course for its authors: what is otherwise, what publishing does, archive.</summary>
public sealed class AuthorCourseTests
{
    private const string Address = "/author/k1-basics";
    private const string Course = "/courses/k1-basics";
    private const string First = "01-three-elements/01-act-means-purpose.md";
    private const string Quiz = "01-three-elements/04-three-elements.quiz.md";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_publishing_would_do_is_what_it_does(string database)
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database), content);
        var files = new Author(host, content, "k1-basics");
        using var read = await (await host.SignedInAsync("specialist")).SubmitAsync(
            $"{Course}/act-means-purpose",
            "form[action*='Read']"
        );
        await new Learner(host, await host.SignedInAsync("specialist2")).StartQuizAsync();
        await files.WriteAsync(First, text => text + "\n\nНове речення про згоду.\n");
        var author = await host.SignedInAsync("author");

        var draft = await author.OpenAsync(Address);
        var difference = draft.QuerySelector("[aria-labelledby='h-difference']")!.TextContent;
        Assert.Contains("act-means-purpose", difference, StringComparison.Ordinal);
        Assert.Contains("нових 1, змінених 0, вилучених 0", difference, StringComparison.Ordinal);
        Assert.DoesNotContain("consent", difference, StringComparison.Ordinal);
        Assert.DoesNotContain("Опис курсу", difference, StringComparison.Ordinal);
        var entry = draft.QuerySelector(".paste")!.TextContent;
        Assert.Contains(
            "revision: 2, date: 2026-11-23, kind: minor",
            entry,
            StringComparison.Ordinal
        );
        Assert.Contains("activities: [act-means-purpose]", entry, StringComparison.Ordinal);
        Assert.Null(draft.QuerySelector("form[action*='Publish']"));

        // Pasted as it stands, it is taken.
        var rows = entry.Split('\n');
        await files.WriteAsync(
            "course.md",
            text =>
                text.Replace("\nrevision: 1\n", $"\n{rows[0]}\n", StringComparison.Ordinal)
                    .Replace("\nchanges:\n", $"\nchanges:\n{rows[2]}\n", StringComparison.Ordinal)
        );
        var ready = await author.OpenAsync(Address);
        var effect = ready.QuerySelector("[aria-labelledby='h-effect']")!.TextContent;
        Assert.Contains("1 учасник перейде", effect, StringComparison.Ordinal);
        Assert.Contains(
            "1 учасник лишиться, доки не завершить спробу",
            effect,
            StringComparison.Ordinal
        );
        var index = await author.OpenAsync("/author");
        Assert.Contains("1 учасник перейде", index.Body!.TextContent, StringComparison.Ordinal);

        using var published = await author.SubmitAsync(Address, "form[action*='Publish']");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        await using var db = host.Look();
        Assert.Equal(1, await db.EnrolmentVersions.CountAsync(step => step.Position == 2));
        var after = await author.OpenAsync(Address);
        Assert.Null(after.QuerySelector("[aria-labelledby='h-difference']"));
        Assert.Equal(2, after.QuerySelectorAll("[aria-labelledby='h-versions'] .rows > li").Length);
    }

    [Fact]
    public async Task What_is_gone_and_what_is_new_makes_a_major_change()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var files = new Author(host, content, "k1-basics");
        var lesson = await File.ReadAllTextAsync(Path.Combine(files.Folder, First));
        await File.WriteAllTextAsync(
            Path.Combine(files.Folder, "01-three-elements/09-new.md"),
            lesson.Replace("{#", "{#new-", StringComparison.Ordinal)
        );
        await files.WriteAsync(
            Quiz,
            text => text.Replace("pass: 80", "pass: 75", StringComparison.Ordinal)
        );
        var page = await (await host.SignedInAsync("author")).OpenAsync(Address);

        var difference = page.QuerySelector("[aria-labelledby='h-difference']")!.TextContent;
        Assert.Contains("new: нове", difference, StringComparison.Ordinal);
        Assert.Contains("three-elements: змінено", difference, StringComparison.Ordinal);
        Assert.Contains(
            "kind: major",
            page.QuerySelector(".paste")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_draft_with_errors_says_where_and_cannot_be_published()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var files = new Author(host, content, "k1-basics");
        await files.RaiseAsync(2);
        await files.WriteAsync(First, text => text + "\n\n[немає](nowhere.md)\n");
        var author = await host.SignedInAsync("author");

        var page = await author.OpenAsync(Address);
        Assert.Contains(
            First,
            page.QuerySelector(".findings")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(page.QuerySelector("form[action*='Publish']"));
        var check = await author.OpenAsync("/author/check");
        Assert.Contains(
            First,
            check.QuerySelector(".findings")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_archived_course_goes_on_for_those_who_began_and_for_nobody_new(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.StartQuizAsync();
        var author = await host.SignedInAsync("author");
        using var unsaid = await author.SubmitAsync(
            Address,
            "form[action*='Archive']",
            ("reason", "  ")
        );
        Assert.NotNull((await unsaid.ReadAsync()).QuerySelector("[role=alert]"));
        using var archived = await author.SubmitAsync(
            Address,
            "form[action*='Archive']",
            ("reason", "Закон змінився.")
        );
        Assert.Equal(HttpStatusCode.Redirect, archived.StatusCode);

        await using var db = host.Look();
        var entry = await db.Audit.SingleAsync(one => one.Action == AuditAction.CourseArchived);
        Assert.Equal("k1-basics: Закон змінився.", entry.Detail);
        var newcomer = await host.SignedInAsync("specialist2");
        foreach (var list in new[] { "/courses", "/courses?q=торгівля", "/" })
        {
            var page = await newcomer.OpenAsync(list);
            Assert.Null(page.QuerySelector($"main a[href^='{Course}']"));
        }

        foreach (
            var place in new[] { Course, $"{Course}/act-means-purpose", $"{Course}/three-elements" }
        )
        {
            var page = await newcomer.OpenAsync(place);
            Assert.Contains(
                "не приймає нових учасників",
                page.Body!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Null(page.QuerySelector("main form[method=post]"));
        }

        Assert.Equal(1, await db.Enrolments.CountAsync());
        Assert.NotNull(
            (await learner.Client.OpenAsync("/courses")).QuerySelector($"main a[href='{Course}']")
        );
        await learner.ReadLessonsAsync();
        await learner.SubmitQuizAsync();
        Assert.Equal(1, await db.Certificates.CountAsync());

        using var reopened = await author.SubmitAsync(
            Address,
            "form[action*='Reopen']",
            ("reason", "Курс оновлено.")
        );
        Assert.Equal(HttpStatusCode.Redirect, reopened.StatusCode);
        Assert.NotNull((await newcomer.OpenAsync(Course)).QuerySelector("form[action*='Start']"));
        Assert.Equal(2, await db.CourseArchivals.CountAsync());
    }

    [Fact]
    public async Task Others_get_nothing_and_unknown_courses_are_not_found()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
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
        foreach (var absent in new[] { "nothing", "K1-BASICS", "k1-basics%2F.." })
        {
            using var answer = await author.GetAsync($"/author/{absent}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
