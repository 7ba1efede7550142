using System.Net;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Features.Admin.Merging;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Tests.Features.Certifications;
using Lms.Web.Tests.Features.Manage.People;
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

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_list_taken_in_settles_it_and_taken_back_leaves_nothing(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var rule = await RecomputeTests.RuleAsync(
            host,
            new() { StaffRoles = ["R01"] },
            LeavingPolicy.EndOpen
        );
        var manager = await host.SignedInAsync("manager");
        var known = await Duty.PersonAsync(host, "manager");
        using var taken = await manager.TakeAsync(
            ImportedFile.Csv(
                $"Нова,Олена,,,one@example.org,,{Duty.Lebedyn},demo-centre-lebedyn,R01,",
                $"Гриценко-Зразок,Наталія,Василівна,,manager@demo.example,,{Duty.Lebedyn},demo-centre-lebedyn,R01,"
            )
        );
        PersonId added;
        await using (var db = host.Look())
        {
            added = (await db.People.SingleAsync(one => one.Name.Family == "Нова")).Id;
        }

        Assert.True(await HasAsync(host, rule, added));
        Assert.True(await HasAsync(host, rule, known));

        using var undone = await manager.SubmitAsync(ImportedFile.Page, "form.undo");
        Assert.False(await HasAsync(host, rule, known));
        await using var after = host.Look();
        Assert.False(await after.People.AnyAsync(one => one.Id == added));
        Assert.False(await after.Assignments.AnyAsync(one => one.PersonId == added));
    }

    [Fact]
    public async Task What_was_said_stands_when_what_follows_fails_and_the_job_of_the_hour_settles_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var rule = await RecomputeTests.RuleAsync(
            host,
            new() { StaffRoles = ["R01"] },
            LeavingPolicy.EndOpen
        );
        var manager = await host.SignedInAsync("manager");
        await using var db = host.Look();
        await db.Database.ExecuteSqlAsync(
            $"CREATE TRIGGER stopped BEFORE INSERT ON Assignments BEGIN SELECT RAISE(ABORT, 'no'); END"
        );
        using var taken = await manager.TakeAsync(
            ImportedFile.Csv(
                $"Нова,Олена,,,one@example.org,,{Duty.Lebedyn},demo-centre-lebedyn,R01,"
            )
        );

        taken.Is(HttpStatusCode.OK);
        var added = (await db.People.SingleAsync(one => one.Name.Family == "Нова")).Id;
        Assert.False(await HasAsync(host, rule, added));

        await db.Database.ExecuteSqlAsync($"DROP TRIGGER stopped");
        await using var work = host.Services.WorkAs("a test runs the job of the hour");
        await ActivatorUtilities
            .CreateInstance<RecomputeDuties>(work.Services)
            .Execute(null!, CancellationToken.None);
        Assert.True(await HasAsync(host, rule, added));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Two_entries_made_one_and_parted_again_settle_it_each_time(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var rule = await RecomputeTests.RuleAsync(
            host,
            new() { StaffRoles = ["R01"] },
            LeavingPolicy.EndOpen
        );
        var (with, without) = (
            await PersonAsync(host, "Перша", "R01"),
            await PersonAsync(host, "Друга", null)
        );
        await host.Services.GetRequiredService<RecomputeMemberships>().AllAsync();
        Assert.False(await HasAsync(host, rule, without));

        // Again and again, so that each turn finds what the one before has left.
        for (var turn = 0; turn < 3; turn++)
        {
            await MergeAsync(host, with, without);
            Assert.True(await HasAsync(host, rule, without));
            await using (var db = host.Look())
            {
                Assert.Equal(1, await db.OpenAsync(rule, without));
            }

            await PartAsync(host, with);
            Assert.False(await HasAsync(host, rule, without));
            Assert.True(await HasAsync(host, rule, with));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_who_had_the_duty_twice_has_it_once_and_may_get_it_again(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var rule = await RecomputeTests.RuleAsync(
            host,
            new() { StaffRoles = ["R01"] },
            LeavingPolicy.EndOpen
        );
        var recompute = host.Services.GetRequiredService<RecomputeMemberships>();
        var (one, two) = (
            await PersonAsync(host, "Перша", "R01"),
            await PersonAsync(host, "Друга", "R01")
        );
        await recompute.AllAsync();

        await MergeAsync(host, one, two);
        await using (var db = host.Look())
        {
            Assert.Equal(1, await db.OpenAsync(rule, two));
            await db
                .Posts.Where(post => post.PersonId == two)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(post => post.To, Duty.Today.AddDays(-1))
                );
        }

        await recompute.OfPersonAsync(two);
        Assert.False(await HasAsync(host, rule, two));
        await PostAsync(host, two, "R01");
        await recompute.OfPersonAsync(two);
        Assert.True(await HasAsync(host, rule, two));
        await PartAsync(host, one);
        await PostAsync(host, one, "R01");
        foreach (var turn in new[] { "R02", "R01", "R02", "R01" })
        {
            await using (var db = host.Look())
            {
                await db
                    .Posts.Where(post => post.PersonId == two || post.PersonId == one)
                    .ExecuteUpdateAsync(set => set.SetProperty(post => post.StaffRole, turn));
            }

            await recompute.AllAsync();
            Assert.Equal(turn == "R01", await HasAsync(host, rule, one));
            Assert.Equal(turn == "R01", await HasAsync(host, rule, two));
        }
    }

    private static async Task MergeAsync(LmsHost host, PersonId from, PersonId into)
    {
        await using var work = host.Services.WorkAs("a test merges");
        Assert.Equal(
            MergeAnswer.Merged,
            await work.Services.GetRequiredService<MergePeople>().RunAsync(from, into, null)
        );
    }

    private static async Task PartAsync(LmsHost host, PersonId from)
    {
        await using var db = host.Look();
        var merge = await db.PersonMerges.SingleAsync(one =>
            one.PersonId == from && one.UndoneAt == null
        );
        await using var work = host.Services.WorkAs("a test parts");
        Assert.Equal(
            UndoAnswer.Parted,
            await work.Services.GetRequiredService<UndoMerge>().RunAsync(merge.Id, null)
        );
    }

    private static async Task<PersonId> PersonAsync(LmsHost host, string family, string? role)
    {
        await using var db = host.Look();
        var person = Duty.NewPerson(family, Duty.Lebedyn, LmsHost.Start);
        db.People.Add(person);
        await db.SaveChangesAsync();
        if (role is not null)
        {
            await PostAsync(host, person.Id, role);
        }

        return person.Id;
    }

    private static async Task PostAsync(LmsHost host, PersonId person, string role)
    {
        await using var db = host.Look();
        db.Posts.Add(
            new Post
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = person,
                Institution = "league",
                StaffRole = role,
                From = Duty.Today.AddDays(-30),
            }
        );
        await db.SaveChangesAsync();
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
