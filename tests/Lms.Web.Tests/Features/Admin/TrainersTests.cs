using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Admin;

/// <summary>An administrator gives a trainer a course and takes it back.</summary>
public sealed class TrainersTests
{
    private const string Address = "/admin/trainers";
    private const string Statistics = "/teach/statistics/k1-basics/three-elements";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_course_is_given_and_taken_back_at_once(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var admin = await host.SignedInAsync("admin");
        var trainer = await host.SignedInAsync("trainer");
        Assert.Equal(HttpStatusCode.OK, (await trainer.GetAsync(Statistics)).StatusCode);

        using var taken = await admin.SubmitAsync(Address, "form[action*='TakeBack']");
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await trainer.GetAsync(Statistics)).StatusCode);
        var page = await admin.OpenAsync(Address);
        Assert.Contains("У курсу немає тренера", page.Body!.TextContent, StringComparison.Ordinal);

        foreach (var to in new[] { "2026-12-31", "" })
        {
            using var given = await admin.SubmitAsync(Address, "form[action*='Give']", ("to", to));
            Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await trainer.GetAsync(Statistics)).StatusCode);
        }

        await using var db = host.Look();
        var row = await db.CourseTrainers.SingleAsync();
        Assert.Equal((new DateOnly(2026, 11, 23), null), (row.From, row.To));
        var acts = await db
            .Audit.Where(entry => entry.Detail == "k1-basics")
            .OrderBy(entry => entry.Position)
            .ToListAsync();
        Assert.Equal(
            [AuditAction.CourseTakenBack, AuditAction.CourseGiven, AuditAction.CourseGiven],
            acts.Select(entry => entry.Action)
        );
        Assert.All(acts, entry => Assert.NotNull(entry.Subject));
    }

    [Fact]
    public async Task The_last_day_is_the_last()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        using var given = await admin.SubmitAsync(
            Address,
            "form[action*='Give']",
            ("to", "2026-11-24")
        );
        host.Clock.Forward(TimeSpan.FromHours(24));
        var trainer = await host.SignedInAsync("trainer");
        Assert.Equal(HttpStatusCode.OK, (await trainer.GetAsync(Statistics)).StatusCode);

        host.Clock.Forward(TimeSpan.FromHours(24));

        Assert.Equal(HttpStatusCode.NotFound, (await trainer.GetAsync(Statistics)).StatusCode);
    }

    [Fact]
    public async Task Nonsense_is_told_and_changes_nothing()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        await using var db = host.Look();
        var specialist = await db.Accounts.SingleAsync(one =>
            one.Email == "specialist@demo.example"
        );
        (string, string)[][] nonsense =
        [
            [("to", "2026-11-22")],
            [("to", "завтра")],
            [("to", "99999-01-01")],
            [("trainer", "я")],
            [("trainer", Guid.Empty.ToString())],
            [("trainer", specialist.Id.ToString())],
            [("course", "no-such-course")],
            [("course", "")],
        ];
        foreach (var fields in nonsense)
        {
            using var answer = await admin.SubmitAsync(Address, "form[action*='Give']", fields);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotNull((await answer.ReadAsync()).QuerySelector("[role=alert]"));
        }

        Assert.Null((await db.CourseTrainers.AsNoTracking().SingleAsync()).To);
        using var unknown = await admin.SubmitAsync(
            Address,
            "form[action*='TakeBack']",
            ("course", "no-such-course")
        );
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Nobody_else_may_look_or_give()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        var form = await admin.OpenAsync(Address);
        foreach (
            var name in new[]
            {
                "specialist",
                "trainer",
                "author",
                "manager",
                "regional",
                "auditor",
            }
        )
        {
            var other = await host.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Address)).StatusCode);
            using var forged = await other.SubmitAsync(form, Address, "form[action*='TakeBack']");
            Assert.NotEqual(HttpStatusCode.Redirect, forged.StatusCode);
        }

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await host.Anonymous().GetAsync(Address)).StatusCode
        );
        await using var db = host.Look();
        Assert.Null((await db.CourseTrainers.SingleAsync()).To);
        Assert.Single(
            await db.Audit.Where(one => one.Action == AuditAction.PeopleListed).ToListAsync()
        );
    }
}
