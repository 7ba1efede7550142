using System.Net;
using AngleSharp.Html.Dom;
using Lms.Web.Tests.Features.Certifications;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>A new edition of an act: certified people learn what changed, and nothing else again.</summary>
public sealed class ChangesTests
{
    private const string Address = "/courses/k1-basics/changes";
    private const string Managed = "/manage/certifications/changes/k1-basics";
    private const string Lesson = "01-three-elements/01-act-means-purpose.md";
    private const string Untouched = "У кабінеті, біля віконця";
    private const string News =
        "\n\n## Нова редакція\n\nВідтепер згода неповнолітньої особи не має значення взагалі.\n\n"
        + "::: question {#q-edition}\nЩо змінилося?\n\n- [x] Згода\n- [ ] Дорога\n:::\n";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_certified_person_takes_the_changed_blocks_and_their_questions_alone(
        string database
    )
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database), content);
        var learner = await host.SignedInAsync("specialist");
        await host.TakeAsync(learner);
        await PublishAsync(host, content);

        var page = await learner.OpenAsync(Address);
        Assert.Contains("23 грудня 2026", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Відтепер згода", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Untouched, page.Body.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("fieldset.question"));
        Assert.NotNull(
            (await learner.OpenAsync("/certifications")).QuerySelector($"a[href='{Address}']")
        );
        Assert.NotNull((await learner.OpenAsync("/learn")).QuerySelector($"a[href='{Address}']"));
        var onCourse = (await learner.OpenAsync("/courses/k1-basics")).QuerySelector("#owed");
        Assert.Contains("23 грудня 2026", onCourse!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(onCourse.QuerySelector($"a[href='{Address}']"));
        // Whomever it does not concern is not asked.
        foreach (var other in new[] { host.Anonymous(), await host.SignedInAsync("specialist2") })
        {
            Assert.Null((await other.OpenAsync("/courses/k1-basics")).QuerySelector("#owed"));
        }

        using var wrong = await AnswerAsync(learner, page, "Дорога");
        await using var db = host.Look();
        Assert.False(await db.ChangesTaken.AnyAsync());
        var again = await wrong.ReadAsync();
        Assert.NotNull(again.QuerySelector("#questions [role=alert]"));
        using var right = await AnswerAsync(learner, again, "Згода");

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(1, await db.ChangesTaken.CountAsync());
        Assert.NotNull((await learner.OpenAsync(Address)).QuerySelector(".verdict.good"));
        Assert.Null((await learner.OpenAsync("/courses/k1-basics")).QuerySelector("#owed"));
        Assert.Null(
            (await learner.OpenAsync("/certifications")).QuerySelector($"a[href='{Address}']")
        );
        Assert.Contains(
            "зміни редакції від",
            (await learner.OpenAsync("/certificates")).Body!.TextContent,
            StringComparison.Ordinal
        );
        // The course was not taken again, and the certificate is the one it was.
        Assert.Equal(
            (1, 1),
            (await db.Enrolments.CountAsync(), await db.Certificates.CountAsync())
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Managers_see_who_has_taken_the_change_in_their_scope(string database)
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database), content);
        await host.TakeAsync(await host.SignedInAsync("specialist"));
        await host.TakeAsync(await host.SignedInAsync("specialist2"));
        await PublishAsync(host, content);

        await CountsAsync("manager", owes: 1, overdue: 0, taken: 0);
        await CountsAsync("regional", owes: 2, overdue: 0, taken: 0);
        var learner = await host.SignedInAsync("specialist");
        using var right = await AnswerAsync(learner, await learner.OpenAsync(Address), "Згода");
        host.Clock.Forward(TimeSpan.FromDays(31));

        await CountsAsync("manager", owes: 0, overdue: 0, taken: 1);
        await CountsAsync("regional", owes: 0, overdue: 1, taken: 1);
        using var regional = await host.AgainAsync("regional");
        var late = await regional.OpenAsync($"{Managed}?state=Overdue");
        Assert.Equal(
            $"/manage/certifications/{(await host.PersonAsync("specialist2")).Value}",
            late.QuerySelector("tbody a")!.GetAttribute("href")
        );

        async Task CountsAsync(string name, int owes, int overdue, int taken)
        {
            using var client = await host.AgainAsync(name);
            var page = await client.OpenAsync(Managed);
            Assert.Equal(
                (owes, overdue, taken),
                (Count(page, "Owes"), Count(page, "Overdue"), Count(page, "Taken"))
            );
        }
    }

    [Fact]
    public async Task Whoever_completed_the_new_version_or_nothing_owes_nothing()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        await PublishAsync(host, content);
        var learner = await host.SignedInAsync("specialist");
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(Address)).StatusCode);
        await host.TakeAsync(learner);
        Assert.NotNull((await learner.OpenAsync(Address)).QuerySelector(".verdict.good"));
        using var stranger = await host.Anonymous().GetAsync(Address);
        Assert.Contains(
            "/account/login",
            stranger.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    private static int Count(IHtmlDocument page, string state) =>
        int.Parse(
            page.QuerySelector($"a[data-state={state}] b")!.TextContent,
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static async Task PublishAsync(LmsHost host, string content)
    {
        var author = new Author(host, content, "k1-basics");
        await author.WriteAsync(Lesson, text => text.TrimEnd() + News);
        await author.RaiseAsync(2, "Нова редакція.", "major");
        await author.WriteAsync(
            "course.md",
            text =>
                text.Replace(
                    "kind: major, summary: \"Нова редакція.\"",
                    "kind: major, act: 3739-VI, activities: [act-means-purpose], summary: \"Нова редакція.\"",
                    StringComparison.Ordinal
                )
        );
        await author.PublishAsync();
    }

    private static async Task<HttpResponseMessage> AnswerAsync(
        HttpClient learner,
        IHtmlDocument page,
        string words
    )
    {
        var option = page.QuerySelectorAll("fieldset.question label")
            .Single(label => label.TextContent.Contains(words, StringComparison.Ordinal))
            .QuerySelector("input")!;
        return await learner.SubmitAsync(
            page,
            Address,
            "form[action*='handler=Answer']",
            (option.GetAttribute("name")!, option.GetAttribute("value")!)
        );
    }
}
