using System.Net;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Features.Manage.Assignments;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Lms.Web.Tests.Features.Manage.Assignments;

/// <summary>A rule is made, changed and ended, each time after one has seen who gets it and why.</summary>
public sealed class RequirementPageTests
{
    private const string List = "/manage/assignments/requirements";
    private const string Edit = $"{List}/edit";

    private static readonly (string, string)[] Rule =
    [
        ("Form.Name", "Базовий курс для координаторів"),
        ("Form.What", $"course:{Duty.Course}"),
        ("Form.Within", Duty.Lebedyn),
        ("Form.Roles", "R01"),
        ("Form.Due", "AfterMembership"),
        ("Form.DueDays", "30"),
        ("Form.Leaving", "EndOpen"),
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task It_is_saved_after_who_gets_it_and_why_was_shown_and_gives_assignments(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        using var shown = await manager.SubmitAsync(Edit, "main form", Rule);
        shown.Is(HttpStatusCode.OK);
        var page = await shown.ReadAsync();
        var preview = page.QuerySelector("#preview")!.TextContent;
        Assert.Contains("Отримає 1 людина", preview, StringComparison.Ordinal);
        Assert.Contains("Дем’янчук-Зразок", preview, StringComparison.Ordinal);
        Assert.Contains("посада", preview, StringComparison.Ordinal);
        await using var db = host.Look();
        Assert.Empty(await db.Requirements.ToListAsync());

        for (var sent = 0; sent < 2; sent++)
        {
            using var saved = await manager.SubmitAsync(
                page,
                $"{Edit}?handler=Save",
                "main form",
                Rule
            );
            saved.Is(HttpStatusCode.Redirect);
        }

        var made = await db.Requirements.Include(one => one.Revisions).SingleAsync();
        Assert.Equal(new TerritoryCode(Duty.Lebedyn), made.Within);
        Assert.Single(made.Revisions);
        var given = await db.Assignments.SingleAsync();
        Assert.Equal(Duty.Today.AddDays(30), given.DueOn);

        var person = await manager.OpenAsync($"/manage/assignments?person={given.PersonId.Value}");
        Assert.Contains("посада", person.Words(), StringComparison.Ordinal);
        var learner = await host.SignedInAsync("specialist");
        Assert.Contains(
            "Базовий курс для координаторів",
            (await learner.OpenAsync($"/learn/due/{given.Id.Value}")).Words(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task For_thousands_of_people_it_answers_at_once_and_they_get_it_soon_after(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await using var db = host.Look();
        db.People.AddRange(
            Enumerable
                .Range(0, SaveRequirement.MostAtOnce)
                .Select(number => Duty.NewPerson($"Людина{number}", Duty.Lebedyn, LmsHost.Start))
        );
        await db.SaveChangesAsync();
        (string, string)[] rule = [.. Rule.Where(one => one.Item1 != "Form.Roles")];
        var manager = await host.SignedInAsync("manager");
        using var shown = await manager.SubmitAsync(Edit, "main form", rule);

        using var saved = await manager.SubmitAsync(
            await shown.ReadAsync(),
            $"{Edit}?handler=Save",
            "main form",
            rule
        );

        saved.Is(HttpStatusCode.Redirect);
        Assert.Contains(
            "у найближчі хвилини",
            (await manager.OpenAsync(List)).QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
        var people = await db.People.CountAsync(one =>
            one.Community == new TerritoryCode(Duty.Lebedyn)
        );
        Assert.True(people > SaveRequirement.MostAtOnce);
        // The clock of the test stands still, and the timetable with it: what it holds is done here.
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        Assert.Contains(
            await scheduler.GetJobKeys(Quartz.GroupMatcher<JobKey>.AnyGroup()),
            job => job.Name.StartsWith(nameof(RecomputeRule), StringComparison.Ordinal)
        );
        await using var work = host.Services.WorkAs("a test recomputes");
        await work
            .Services.GetRequiredService<RecomputeMemberships>()
            .OfRequirementAsync((await db.Requirements.SingleAsync()).Id);

        Assert.Equal(people, await db.Assignments.CountAsync());

        using var ended = await manager.SubmitAsync(List, "form[action*=End]");
        ended.Is(HttpStatusCode.Redirect);
        Assert.Contains(
            "у найближчі хвилини",
            (await manager.OpenAsync(List)).QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(people, await db.Assignments.CountAsync(one => one.EndedAt == null));
        // What the job did not do the hourly one finds.
        await work.Services.GetRequiredService<RecomputeMemberships>().AllAsync();
        Assert.Equal(
            people,
            await db.Assignments.CountAsync(one => one.End == AssignmentEnd.RuleEnded)
        );
    }

    [Fact]
    public async Task It_may_name_several_territories_within_the_one_it_reaches()
    {
        const string sumy = "UA59080270000073662";
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        foreach (
            var (family, place) in new[]
            {
                ("Перша", Duty.Lebedyn),
                ("Друга", Duty.Romny),
                ("Третя", sumy),
            }
        )
        {
            db.People.Add(Duty.NewPerson(family, place, LmsHost.Start));
        }

        await db.SaveChangesAsync();
        (string, string)[] rule =
        [
            .. Rule.Where(one => one.Item1 is not ("Form.Roles" or "Form.Within")),
            ("Form.Within", Duty.Oblast),
            ("Form.Parts", Duty.Lebedyn),
            ("Form.Parts", Duty.Romny),
        ];
        var regional = await host.SignedInAsync("regional");
        using var shown = await regional.SubmitAsync(Edit, "main form", rule);
        var page = await shown.ReadAsync();
        using var saved = await regional.SubmitAsync(
            page,
            $"{Edit}?handler=Save",
            "main form",
            rule
        );
        saved.Is(HttpStatusCode.Redirect);

        var given = await db.Assignments.Select(one => one.PersonId).ToListAsync();
        var people = await db.People.Where(one => given.Contains(one.Id)).ToListAsync();
        Assert.Contains(people, one => one.Name.Family == "Перша");
        Assert.Contains(people, one => one.Name.Family == "Друга");
        Assert.DoesNotContain(people, one => one.Name.Family == "Третя");
        var made = (await db.RequirementRevisions.SingleAsync()).Rule;
        Assert.Equal([new(Duty.Lebedyn), new(Duty.Romny)], made.Who.Territories);
        var again = await regional.OpenAsync($"{Edit}/{made.Id.Value}");
        Assert.Equal(
            new[] { Duty.Lebedyn, Duty.Romny }.Order(),
            again
                .QuerySelectorAll("input[name='Form.Parts'][checked]")
                .Select(one => one.GetAttribute("value")!)
                .Order()
        );

        // Beyond where it reaches none is named.
        using var beyond = await regional.SubmitAsync(
            Edit,
            "main form",
            [.. Rule, ("Form.Parts", Duty.Romny)]
        );
        beyond.Is(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Changed_after_it_was_shown_it_is_shown_again_instead_of_saved()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var shown = await manager.SubmitAsync(Edit, "main form", Rule);
        var page = await shown.ReadAsync();
        using var other = await manager.SubmitAsync(
            page,
            $"{Edit}?handler=Save",
            "main form",
            [.. Rule.Where(one => one.Item1 != "Form.Roles"), ("Form.Roles", "R04")]
        );
        other.Is(HttpStatusCode.OK);
        Assert.Contains(
            "Гриценко-Зразок",
            (await other.ReadAsync()).QuerySelector("#preview")!.TextContent,
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        Assert.Empty(await db.Requirements.ToListAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_change_is_a_further_revision_that_shows_who_enters_and_who_leaves(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        var id = await MakeAsync(host, manager);
        (string, string)[] changed =
        [
            .. Rule.Where(one => one.Item1 is not ("Form.Roles" or "Form.Within")),
            ("Form.Roles", "R04"),
        ];
        using var shown = await manager.SubmitAsync($"{Edit}/{id}", "main form", changed);
        var page = await shown.ReadAsync();
        Assert.Contains(
            "Додадуться: 1. Вийдуть: 1.",
            page.QuerySelector("#preview")!.TextContent,
            StringComparison.Ordinal
        );
        using var saved = await manager.SubmitAsync(
            page,
            $"{Edit}/{id}?handler=Save",
            "main form",
            changed
        );
        saved.Is(HttpStatusCode.Redirect);

        await using var db = host.Look();
        Assert.Equal(2, await db.RequirementRevisions.CountAsync());
        var open = await db.Assignments.SingleAsync(one => one.EndedAt == null);
        Assert.Equal(await host.PersonAsync("manager"), open.PersonId);
        Assert.Equal(2, await db.Assignments.CountAsync());
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_the_summary_leads_there()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var refused = await manager.SubmitAsync(
            Edit,
            "main form",
            ("Form.Name", ""),
            ("Form.What", ""),
            ("Form.Within", Duty.Romny),
            ("Form.HiredSince", "колись"),
            ("Form.Due", "AfterMembership"),
            ("Form.DueDays", "0")
        );
        refused.Is(HttpStatusCode.UnprocessableEntity);
        (await refused.ReadAsync()).AssertFaultsAt("name", "what", "within", "hired", "due-days");
    }

    [Fact]
    public async Task A_profile_is_called_by_its_title_beside_its_code()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var form = await manager.OpenAsync(Edit);
        Assert.Equal(
            "Перший контакт (first-contact)",
            form.QuerySelector("#profile option[value=first-contact]")!.TextContent
        );
        using var shown = await manager.SubmitAsync(
            Edit,
            "main form",
            [.. Rule.Where(one => one.Item1 != "Form.Roles"), ("Form.Profile", "first-contact")]
        );
        Assert.Contains(
            "Перший контакт (first-contact)",
            (await shown.ReadAsync()).QuerySelector("#preview")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Impossible_days_are_pointed_out()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var shown = await manager.SubmitAsync(
            Edit,
            "main form",
            [
                .. Rule.Where(one => one.Item1 is not ("Form.Due" or "Form.DueDays")),
                ("Form.Due", "Fixed"),
                ("Form.DueOn", "2026-11-01"),
            ]
        );
        Assert.Contains(
            "строк уже минув",
            (await shown.ReadAsync()).QuerySelector("#preview")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Ended_it_closes_what_is_open_and_stays_in_the_list()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        await MakeAsync(host, manager);
        using var ended = await manager.SubmitAsync(List, "form[action*=End]");
        ended.Is(HttpStatusCode.Redirect);
        await using var db = host.Look();
        Assert.Equal(AssignmentEnd.RuleEnded, (await db.Assignments.SingleAsync()).End);
        Assert.Contains(
            "завершено",
            (await manager.OpenAsync(List)).Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Ended_it_counts_those_who_had_done_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        await MakeAsync(host, manager);
        await using var db = host.Look();
        db.Waivers.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = await host.PersonAsync("specialist"),
                Course = Duty.Course,
                From = Duty.Today.AddDays(-9),
                Reason = "попереднє навчання",
                GivenAt = LmsHost.Start,
            }
        );
        await db.SaveChangesAsync();
        using var ended = await manager.SubmitAsync(List, "form[action*=End]");
        ended.Is(HttpStatusCode.Redirect);

        Assert.Equal(AssignmentEnd.Done, (await db.Assignments.SingleAsync()).End);
        Assert.Contains(
            "1 людина",
            (await manager.OpenAsync(List)).QuerySelector("main .meta")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_rule_of_other_territories_is_as_absent_and_none_is_made_for_them()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");
        using var shown = await regional.SubmitAsync(
            Edit,
            "main form",
            [.. Rule.Where(one => one.Item1 != "Form.Within"), ("Form.Within", Duty.Romny)]
        );
        var page = await shown.ReadAsync();
        using var saved = await regional.SubmitAsync(
            page,
            $"{Edit}?handler=Save",
            "main form",
            [.. Rule.Where(one => one.Item1 != "Form.Within"), ("Form.Within", Duty.Romny)]
        );
        saved.Is(HttpStatusCode.Redirect);
        await using var db = host.Look();
        var id = (await db.Requirements.SingleAsync()).Id.Value;

        var manager = await host.SignedInAsync("manager");
        Assert.DoesNotContain(
            "Базовий курс",
            (await manager.OpenAsync(List)).Words(),
            StringComparison.Ordinal
        );
        using var foreign = await manager.GetAsync($"{Edit}/{id}");
        foreign.Is(HttpStatusCode.NotFound);
        var form = await manager.OpenAsync(Edit);
        using var posted = await manager.SubmitAsync(
            form,
            $"{Edit}/{id}?handler=Save",
            "main form",
            Rule
        );
        posted.Is(HttpStatusCode.NotFound);
        using var end = await manager.SubmitAsync(
            form,
            $"{List}?handler=End",
            "main form",
            ("id", $"{id}")
        );
        end.Is(HttpStatusCode.NotFound);
        foreach (var place in new[] { Duty.Romny, Duty.Oblast, "", "UA00" })
        {
            using var beyond = await manager.SubmitAsync(
                Edit,
                "main form",
                [.. Rule.Where(one => one.Item1 != "Form.Within"), ("Form.Within", place)]
            );
            beyond.Is(HttpStatusCode.UnprocessableEntity);
        }
    }

    private static async Task<Guid> MakeAsync(LmsHost host, HttpClient manager)
    {
        using var shown = await manager.SubmitAsync(Edit, "main form", Rule);
        using var saved = await manager.SubmitAsync(
            await shown.ReadAsync(),
            $"{Edit}?handler=Save",
            "main form",
            Rule
        );
        saved.Is(HttpStatusCode.Redirect);
        await using var db = host.Look();
        return (await db.Requirements.SingleAsync()).Id.Value;
    }
}
