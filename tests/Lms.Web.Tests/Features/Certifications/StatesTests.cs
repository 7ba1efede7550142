using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Features.Certifications;
using Lms.Web.Features.Shared.Certifying;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Certifications;

/// <summary>What a person and their manager are told of a certification while the days go by.</summary>
public sealed class StatesTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_person_and_their_manager_see_the_same_state_on_each_day(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var learner = await host.SignedInAsync("specialist");
        var person = await host.PersonAsync("specialist");
        Assert.Equal(
            "NotYet",
            (await learner.OpenAsync("/certifications")).StateOf(Certified.Basic)
        );
        await host.TakeAsync(learner);

        foreach (
            var (year, month, day, state, words) in new[]
            {
                (2026, 11, 23, "Certified", "22 листопада 2028"),
                (2028, 8, 23, "Certified", "22 листопада 2028"),
                (2028, 8, 24, "Expiring", "22 листопада 2028"),
                (2028, 11, 22, "Expiring", "22 листопада 2028"),
                (2028, 11, 23, "InGrace", "22 грудня 2028"),
                (2028, 12, 22, "InGrace", "22 грудня 2028"),
                (2028, 12, 23, "Lapsed", "22 листопада 2028"),
            }
        )
        {
            host.MoveTo(year, month, day);
            using var own = await host.AgainAsync("specialist");
            var page = await own.OpenAsync("/certifications");
            Assert.Equal((day, state), (day, page.StateOf(Certified.Basic)));
            Assert.Contains(
                words,
                page.QuerySelector($"#{Certified.Basic}")!.TextContent,
                StringComparison.Ordinal
            );
            using var manager = await host.AgainAsync("manager");
            var record = await manager.OpenAsync($"/manage/certifications/{person.Value}");
            Assert.Equal((day, state), (day, record.StateOf(Certified.Basic)));
        }

        using var later = await host.AgainAsync("manager");
        foreach (
            var (on, state) in new[]
            {
                ("2026-11-22", "NotYet"),
                ("2027-11-23", "Certified"),
                ("2028-11-01", "Expiring"),
                ("2029-11-01", "Lapsed"),
            }
        )
        {
            var matrix = await later.OpenAsync(
                $"/manage/certifications?certification={Certified.Basic}&state={state}&on={on}"
            );
            Assert.NotNull(
                matrix.QuerySelector($"a[href='/manage/certifications/{person.Value}']")
            );
        }
    }

    [Fact]
    public async Task The_page_tells_what_is_left_what_is_planned_and_the_nearest_end()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var learner = await host.SignedInAsync("specialist");
        var page = await learner.OpenAsync("/certifications");
        Assert.NotNull(page.QuerySelector($"#{Certified.Basic} a[href='/courses/k1-basics']"));
        Assert.Contains("Задум", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(
            (await learner.OpenAsync("/learn")).QuerySelector(".notice a[href='/certifications']")
        );

        await host.TakeAsync(learner);

        var nearest = (await learner.OpenAsync("/learn")).QuerySelector(
            ".notice a[href='/certifications']"
        );
        Assert.Contains("22 листопада 2028", nearest!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "за редакцією від 23 листопада 2026",
            (await learner.OpenAsync("/certifications")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "за редакцією від 23 листопада 2026",
            (await learner.OpenAsync("/certificates")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_night_writes_what_a_late_fact_earned_once(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.TakeAsync(await host.SignedInAsync("specialist"));
        await using var db = host.Look();
        await db.CertificationPeriods.ExecuteDeleteAsync();

        for (var night = 0; night < 2; night++)
        {
            await using var work = host.Services.WorkAs("a test's night");
            await ActivatorUtilities
                .CreateInstance<RecordEarned>(work.Services)
                .RunAsync(TestContext.Current.CancellationToken);
        }

        var period = await db.CertificationPeriods.AsNoTracking().SingleAsync();
        Assert.Equal(new DateOnly(2026, 11, 23), period.CompletedOn);
        Assert.Equal(CertificationRules.HashOf(Rules(host)), period.RulesHash);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_renewal_is_opened_once_in_its_window_and_keeps_the_edition_before(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.TakeAsync(await host.SignedInAsync("specialist"));
        var person = await host.PersonAsync("specialist");
        await using (var early = host.Services.WorkAs("a test renews"))
        {
            var renew = early.Services.GetRequiredService<Renew>();
            Assert.Equal(
                RenewAnswer.NotYet,
                await renew.RunAsync(person, Certified.Basic, Certified.Course)
            );
            Assert.Equal(
                RenewAnswer.NotAsked,
                await renew.RunAsync(person, Certified.Basic, "no-such-course")
            );
        }

        await using var db = host.Look();
        var before = await FactsAsync(host, 1);
        host.MoveTo(2028, 9, 1);
        using var one = await host.AgainAsync("specialist");
        using var other = await host.AgainAsync("specialist");
        const string form = "form[action*='Renew']";
        var pages = new[]
        {
            (Client: one, Page: await one.OpenAsync("/certifications")),
            (Client: other, Page: await other.OpenAsync("/certifications")),
        };
        var answers = await Task.WhenAll(
            pages
                .Concat(pages)
                .Select(tab => tab.Client.SubmitAsync(tab.Page, "/certifications", form))
        );
        Assert.All(
            answers,
            answer => Assert.Equal("/courses/k1-basics", answer.Headers.Location?.ToString())
        );
        Assert.Equal(
            [1, 2],
            await db
                .Enrolments.Where(row => row.PersonId == person)
                .OrderBy(row => row.Edition)
                .Select(row => row.Edition)
                .ToListAsync()
        );
        Assert.Null((await one.OpenAsync("/certifications")).QuerySelector(form));

        await host.TakeAsync(one);

        Assert.Equal(before, await FactsAsync(host, 1));
        Assert.Equal(
            2,
            await db.Certificates.CountAsync(row =>
                row.PersonId == person && row.ReplacesId == null
            )
        );
        var periods = await db
            .CertificationPeriods.AsNoTracking()
            .Where(row => row.PersonId == person)
            .OrderBy(row => row.Cycle)
            .ToListAsync();
        Assert.Equal(
            [
                (1, "first", new DateOnly(2026, 11, 23), new DateOnly(2028, 11, 22)),
                (2, "B", new DateOnly(2028, 11, 23), new DateOnly(2030, 11, 22)),
            ],
            periods.Select(row => (row.Cycle, row.Path, row.From, row.Until))
        );
        Assert.Equal(
            "Certified",
            (await one.OpenAsync("/certifications")).StateOf(Certified.Basic)
        );
    }

    /// <summary>Everything of an edition, as text.</summary>
    private static async Task<string> FactsAsync(LmsHost host, int edition)
    {
        await using var db = host.Look();
        var one = await db
            .Enrolments.AsNoTracking()
            .Include(row => row.Versions)
            .Include(row => row.Lessons)
            .Include(row => row.Passes)
            .Include(row => row.Completion)
            .SingleAsync(row => row.Edition == edition);
        var attempts = await db
            .Attempts.AsNoTracking()
            .Where(row => row.EnrolmentId == one.Id)
            .Select(row => new { row.Id, row.Number })
            .ToListAsync();
        return string.Join(
            '\n',
            $"{one.Id} {one.EnrolledAt} {one.Completion!.Id} {one.Completion.CompletedAt}",
            string.Join(',', one.Versions.Select(row => $"{row.CourseVersionId}").Order()),
            string.Join(',', one.Lessons.Select(row => $"{row.ActivityId} {row.ReadAt}").Order()),
            string.Join(',', one.Passes.Select(row => $"{row.AttemptId} {row.PassedAt}").Order()),
            string.Join(',', attempts.Select(row => $"{row.Id} {row.Number}").Order())
        );
    }

    private static Certification Rules(LmsHost host) =>
        host
            .Services.GetRequiredService<Lms.Web.Content.Pack.OrganisationPack>()
            .Certification(Certified.Basic)!
            .Rules;
}
