using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Tests.Features.Certifications;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.Assignments;

/// <summary>Whatever is said of a person settles their duties with it, before any job has run.</summary>
public sealed class AtOnceTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_gets_what_a_rule_lacks_leaves_it_at_once_and_comes_back(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var rule = await LackingAsync(host, Certified.Basic);
        var person = await Duty.PersonAsync(host, "specialist");
        var manager = await host.SignedInAsync("manager");
        await FallsAsync(true);

        await DoAsync(
            "Waive",
            ("What", $"certification:{Certified.Basic}"),
            ("Reason", "Навчала інших")
        );
        await FallsAsync(false);
        await DoAsync("Withdraw");
        await FallsAsync(true);

        // The waived course earns a period.
        await DoAsync("Waive", ("What", $"course:{Certified.Course}"), ("Reason", "Деінде"));
        await FallsAsync(false);
        await DoAsync("Suspend", ("Reason", "Перевірка"));
        await FallsAsync(true);
        await DoAsync("Lift");
        await FallsAsync(false);
        await DoAsync("Revoke", ("Reason", "Помилка"));
        await FallsAsync(true);

        async Task DoAsync(string what, params (string, string)[] fields) =>
            await CertificationsTests.DoAsync(
                manager,
                $"{CertificationsTests.Matrix}/{person.Value}",
                what,
                true,
                fields
            );

        async Task FallsAsync(bool under) =>
            Assert.Equal(under, await HasAsync(host, rule, person));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_course_taken_and_a_paper_approved_settle_it_too(string database)
    {
        var content = await Certified.ContentAsync(
            "mentored",
            "first:\n  - evidence: mentor\nvalidity: {basis: completion, period: 12 months}\nwindow: 30 days\ngrace: none\nlate: renewal"
        );
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database), content);
        var basic = await LackingAsync(host, Certified.Basic);
        var mentored = await LackingAsync(host, "mentored");
        var holding = await RecomputeTests.RuleAsync(host, new() { Holds = [Certified.Basic] });
        var person = await Duty.PersonAsync(host, "specialist");
        var learner = await host.SignedInAsync("specialist");
        Assert.True(await HasAsync(host, basic, person));

        await host.TakeAsync(learner);
        Assert.False(await HasAsync(host, basic, person));
        Assert.True(await HasAsync(host, holding, person));

        Assert.True(await HasAsync(host, mentored, person));
        using var sent = await EvidenceTests.SendAsync(
            learner,
            await learner.OpenAsync(EvidenceTests.Address),
            EvidenceTests.Pdf,
            code: "mentor"
        );
        await using var db = host.Look();
        await EvidenceTests.DecideAsync(
            await host.SignedInAsync("manager"),
            "Approved",
            "",
            "",
            (await db.Evidence.SingleAsync()).Id.Value
        );
        Assert.False(await HasAsync(host, mentored, person));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Days_away_move_the_date_at_once_and_being_back_moves_it_back(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var rule = await RecomputeTests.RuleAsync(
            host,
            new() { StaffRoles = ["R01"] },
            due: new DueRule.DaysAfter(20, DueStart.Membership)
        );
        await host.Services.GetRequiredService<RecomputeMemberships>().AllAsync();
        var person = await Duty.PersonAsync(host, "specialist");
        var address = $"/manage/people/{person.Value}/away";
        var manager = await host.SignedInAsync("manager");

        await manager.SubmitAsync(
            address,
            "#away",
            ("from", $"{Duty.Today.AddDays(5):yyyy-MM-dd}"),
            ("until", $"{Duty.Today.AddDays(14):yyyy-MM-dd}")
        );
        Assert.Equal(Duty.Today.AddDays(30), await DueAsync());

        await manager.SubmitAsync(address, "form[action*='Back']");
        Assert.Equal(Duty.Today.AddDays(20), await DueAsync());

        async Task<DateOnly?> DueAsync()
        {
            await using var db = host.Look();
            return (
                await db
                    .Assignments.Include(one => one.Extensions)
                    .SingleAsync(one => one.RequirementId == rule && one.PersonId == person)
            ).DueNow();
        }
    }

    private static async Task<RequirementId> LackingAsync(LmsHost host, string certification)
    {
        var rule = await RecomputeTests.RuleAsync(
            host,
            new() { Lacks = [certification] },
            LeavingPolicy.EndOpen
        );
        await host.Services.GetRequiredService<RecomputeMemberships>().OfRequirementAsync(rule);
        return rule;
    }

    private static async Task<bool> HasAsync(LmsHost host, RequirementId rule, PersonId person)
    {
        await using var db = host.Look();
        return await db.Assignments.AnyAsync(one =>
            one.RequirementId == rule && one.PersonId == person && one.EndedAt == null
        );
    }
}
