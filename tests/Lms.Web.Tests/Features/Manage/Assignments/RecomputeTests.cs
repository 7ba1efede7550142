using Lms.Domain.Certification;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.Assignments;

/// <summary>Who falls under a rule, by the rule and by the person: the same as everyone asked one by one.</summary>
public sealed class RecomputeTests
{
    private static readonly string[] Communities =
    [
        Duty.Lebedyn,
        Duty.Romny,
        "UA59080270000073662",
    ];
    private static readonly string[] Roles = ["R01", "R02", "R04"];

    [Theory]
    [InlineData("Sqlite", 1)]
    [InlineData("Sqlite", 2)]
    [InlineData("Postgres", 3)]
    public async Task Both_ways_agree_with_everyone_asked_one_by_one(string database, int seed)
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            Duty.Content()
        );
        var chance = new Random(seed);
        var recompute = host.Services.GetRequiredService<RecomputeMemberships>();
        var people = await PopulateAsync(host, chance, 40);
        var rules = await RulesAsync(host, chance, 8);

        foreach (var rule in rules)
        {
            await recompute.OfRequirementAsync(rule);
        }

        await IsAsAskedAsync(host);
        var before = await RowsAsync(host);
        foreach (var person in people)
        {
            await recompute.OfPersonAsync(person);
        }

        Assert.Equal(before, await RowsAsync(host));

        await ChangeAsync(host, chance, people);
        foreach (var person in people)
        {
            await recompute.OfPersonAsync(person);
        }

        await IsAsAskedAsync(host);
        before = await RowsAsync(host);
        await recompute.AllAsync();
        Assert.Equal(before, await RowsAsync(host));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Leaving_keeps_or_closes_what_is_open_and_deletes_nothing(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var person = await host.PersonAsync("specialist");
        var recompute = host.Services.GetRequiredService<RecomputeMemberships>();
        var keeps = await RuleAsync(host, new() { StaffRoles = ["R01"] }, LeavingPolicy.Keep);
        var closes = await RuleAsync(host, new() { StaffRoles = ["R01"] }, LeavingPolicy.EndOpen);
        await recompute.AllAsync();
        await using (var db = host.Look())
        {
            await db
                .Posts.Where(post => post.PersonId == person)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(post => post.To, Duty.Today.AddDays(-1))
                );
        }

        await recompute.OfPersonAsync(person);
        await using var look = host.Look();
        var given = await look.Assignments.Where(one => one.PersonId == person).ToListAsync();
        Assert.Null(given.Single(one => one.RequirementId == keeps).EndedAt);
        Assert.Equal(AssignmentEnd.LeftRule, given.Single(one => one.RequirementId == closes).End);

        await look
            .Posts.Where(post => post.PersonId == person)
            .ExecuteUpdateAsync(set => set.SetProperty(post => post.To, (DateOnly?)null));
        await recompute.OfPersonAsync(person);
        Assert.Equal(3, await look.Assignments.CountAsync(one => one.PersonId == person));
        Assert.Contains(
            $"requirement:{closes.Value}:{person.Value}:2",
            await look.Assignments.Select(one => one.Operation).ToListAsync()
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Leave_moves_a_date_in_days_there_and_back_and_a_common_day_stays(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var person = await host.PersonAsync("specialist");
        var recompute = host.Services.GetRequiredService<RecomputeMemberships>();
        var days = await RuleAsync(
            host,
            new() { StaffRoles = ["R01"] },
            due: new DueRule.DaysAfter(20, DueStart.Membership)
        );
        var common = await RuleAsync(
            host,
            new() { StaffRoles = ["R01"] },
            due: new DueRule.FixedDate(Duty.Today.AddDays(20))
        );
        await recompute.AllAsync();
        var away = new Unavailability
        {
            Id = new(Guid.CreateVersion7()),
            PersonId = person,
            From = Duty.Today.AddDays(5),
            Until = Duty.Today.AddDays(14),
            RecordedAt = LmsHost.Start,
        };
        await using (var db = host.Look())
        {
            db.Unavailabilities.Add(away);
            await db.SaveChangesAsync();
        }

        await recompute.OfPersonAsync(person);
        Assert.Equal(Duty.Today.AddDays(30), await DueAsync(host, days));
        Assert.Equal(Duty.Today.AddDays(20), await DueAsync(host, common));

        await using (var db = host.Look())
        {
            await db.Unavailabilities.ExecuteUpdateAsync(set =>
                set.SetProperty(one => one.EndedAt, LmsHost.Start)
            );
        }

        await recompute.OfPersonAsync(person);
        Assert.Equal(Duty.Today.AddDays(20), await DueAsync(host, days));
    }

    [Fact]
    public async Task A_rule_never_reaches_beyond_the_territory_it_was_made_for()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var rule = await RuleAsync(host, new(), within: Duty.Lebedyn);

        await host.Services.GetRequiredService<RecomputeMemberships>().AllAsync();

        await using var db = host.Look();
        var communities = await db
            .Assignments.Where(one => one.RequirementId == rule)
            .Select(one =>
                db.People.Where(person => person.Id == one.PersonId)
                    .Select(person => person.Community)
                    .Single()
            )
            .Distinct()
            .ToListAsync();
        Assert.Equal([new TerritoryCode(Duty.Lebedyn)], communities);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Another_date_replaces_what_is_open_and_another_demand_stands_beside_it(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var recompute = host.Services.GetRequiredService<RecomputeMemberships>();
        var id = await RuleAsync(
            host,
            new() { StaffRoles = ["R01"] },
            due: new DueRule.FixedDate(Duty.Today.AddDays(20))
        );
        await recompute.AllAsync();

        host.Clock.Forward(TimeSpan.FromHours(1));
        await ReviseAsync(
            host,
            id,
            rule => rule with { Due = new DueRule.FixedDate(Duty.Today.AddDays(40)) }
        );
        await recompute.AllAsync();
        await recompute.AllAsync();
        await using var db = host.Look();
        var open = await db.Assignments.SingleAsync(one => one.EndedAt == null);
        Assert.Equal(Duty.Today.AddDays(40), open.DueOn);
        Assert.Equal(2, await db.Assignments.CountAsync());

        host.Clock.Forward(TimeSpan.FromHours(1));
        await ReviseAsync(host, id, rule => rule with { What = new Demand.Course(Duty.Course) });
        await recompute.AllAsync();
        await recompute.AllAsync();
        Assert.Equal(2, await db.OpenAsync(id));
        Assert.Equal(3, await db.Assignments.CountAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_was_done_when_its_rule_ended_stays_done_whatever_comes_later(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            Duty.Content()
        );
        var person = await host.PersonAsync("specialist");
        var recompute = host.Services.GetRequiredService<RecomputeMemberships>();
        var waived = await host.PersonAsync("specialist2");
        var rule = await RuleAsync(
            host,
            new(),
            LeavingPolicy.EndOpen,
            new DueRule.FixedDate(Duty.Today.AddDays(3))
        );
        await ReviseAsync(
            host,
            rule,
            one => one with { What = new Demand.Certification(Duty.Certification) }
        );
        await recompute.AllAsync();
        await using var db = host.Look();
        db.CertificationPeriods.Add(
            Duty.Period(person, Duty.Today.AddDays(-20), Duty.Today.AddDays(2))
        );
        db.Waivers.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = waived,
                Certification = Duty.Certification,
                From = Duty.Today.AddDays(-9),
                Reason = "попереднє навчання",
                GivenAt = LmsHost.Start,
            }
        );
        var given = await db.Assignments.SingleAsync(one => one.PersonId == person);
        db.Extensions.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                AssignmentId = given.Id,
                PersonId = person,
                Until = Duty.Today.AddDays(30),
                Reason = "замінюю колегу",
                AskedAt = LmsHost.Start,
            }
        );
        await db.SaveChangesAsync();
        Assert.True(await db.OpenAsync(rule) > 2);

        // The waiver is withdrawn the day after, before anyone has looked at the rule that ended.
        await db
            .Requirements.Where(one => one.Id == rule)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, host.Clock.GetUtcNow()));
        host.Clock.Forward(TimeSpan.FromDays(1));
        await db.Waivers.ExecuteUpdateAsync(set =>
            set.SetProperty(one => one.WithdrawnAt, host.Clock.GetUtcNow())
        );
        await recompute.AllAsync();
        host.Clock.Forward(TimeSpan.FromDays(4));
        await recompute.AllAsync();

        Assert.Equal(0, await db.OpenAsync(rule));
        var done = await db
            .Assignments.Where(one => one.End == AssignmentEnd.Done)
            .Select(one => one.PersonId)
            .ToListAsync();
        Assert.Equal(
            new[] { person, waived }.OrderBy(one => one.Value),
            done.OrderBy(one => one.Value)
        );
        var regional = await host.SignedInAsync("regional");
        var list = await regional.OpenAsync("/manage/assignments?state=Done");
        Assert.Equal(2, list.QuerySelectorAll("tbody tr").Length);
        foreach (var state in new[] { AssignmentState.Overdue, AssignmentState.Ended })
        {
            var others = await regional.OpenAsync($"/manage/assignments?state={state}");
            Assert.DoesNotContain("Дем’янчук", others.Words(), StringComparison.Ordinal);
        }

        await using var work = host.Services.WorkAs("a test reads duties");
        foreach (var one in new[] { person, waived })
        {
            var duty = Assert.Single(await work.Services.GetRequiredService<Duties>().OfAsync(one));
            Assert.Equal(AssignmentState.Done, duty.State);
            // Nobody can answer what was asked for one that is closed.
            Assert.Null(duty.Asked);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_completed_or_credited_after_its_rule_ended_was_not_done_by_then(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var rule = await RuleAsync(host, new(), LeavingPolicy.EndOpen);
        await ReviseAsync(host, rule, one => one with { What = new Demand.Course(Duty.Course) });
        var (inTime, late) = (LmsHost.Start.AddHours(1), LmsHost.Start.AddDays(1));
        await using var db = host.Look();
        var people = new List<PersonId>();
        foreach (var name in new[] { "Перша", "Друга", "Третя", "Четверта" })
        {
            var person = Duty.NewPerson(name, Duty.Lebedyn, LmsHost.Start);
            db.People.Add(person);
            people.Add(person.Id);
        }

        await db.SaveChangesAsync();
        await host.Services.GetRequiredService<RecomputeMemberships>().AllAsync();
        await AddCompletionAsync(db, people[0], inTime);
        await AddCompletionAsync(db, people[1], late);
        AddCredit(db, people[2], inTime);
        AddCredit(db, people[3], late);
        await db.SaveChangesAsync();
        await db
            .Requirements.Where(one => one.Id == rule)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, inTime.AddHours(1)));

        // Nobody has looked at the rule before the next day.
        host.Clock.Forward(TimeSpan.FromDays(2));
        await host.Services.GetRequiredService<RecomputeMemberships>().AllAsync();

        var ends = await db
            .Assignments.Where(one => people.Contains(one.PersonId))
            .ToDictionaryAsync(one => one.PersonId, one => one.End);
        AssignmentEnd?[] expected =
        [
            AssignmentEnd.Done,
            AssignmentEnd.RuleEnded,
            AssignmentEnd.Done,
            AssignmentEnd.RuleEnded,
        ];
        Assert.Equal(expected, people.Select(one => ends[one]));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_entered_after_a_rule_ended_changes_nothing_whatever_day_it_is_dated(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            Duty.Content()
        );
        var holding = await RuleAsync(host, new(), LeavingPolicy.EndOpen);
        await ReviseAsync(
            host,
            holding,
            one => one with { What = new Demand.Certification(Duty.Certification) }
        );
        var taking = await RuleAsync(host, new(), LeavingPolicy.EndOpen);
        await ReviseAsync(host, taking, one => one with { What = new Demand.Course(Duty.Course) });
        var (inTime, late) = (LmsHost.Start.AddHours(1), LmsHost.Start.AddDays(1));
        string[] names =
        [
            "earned",
            "earned-late",
            "waived",
            "waived-late",
            "revoked-late",
            "suspended-late",
        ];
        await using var db = host.Look();
        var people = new Dictionary<string, PersonId>();
        foreach (var name in names)
        {
            var person = Duty.NewPerson(name, Duty.Lebedyn, LmsHost.Start);
            db.People.Add(person);
            people.Add(name, person.Id);
        }

        await db.SaveChangesAsync();
        await host.Services.GetRequiredService<RecomputeMemberships>().AllAsync();
        // All of it is dated a week before the end of the rules.
        var day = Duty.Today.AddDays(-7);
        var periods = names
            .Where(name => !name.StartsWith("waived", StringComparison.Ordinal))
            .ToDictionary(
                name => name,
                name => Period(people[name], name == "earned-late" ? late : inTime)
            );
        db.CertificationPeriods.AddRange(periods.Values);
        foreach (var (name, at) in new[] { ("waived", inTime), ("waived-late", late) })
        {
            db.Waivers.Add(Waived(people[name], Duty.Certification, null, at));
            db.Waivers.Add(Waived(people[name], null, Duty.Course, at));
        }

        db.PeriodRevocations.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = people["revoked-late"],
                Period = periods["revoked-late"].Id,
                On = day,
                Reason = "помилка",
                RecordedAt = late,
            }
        );
        db.Suspensions.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = people["suspended-late"],
                Certification = Duty.Certification,
                From = day,
                Reason = "перевірка",
                RecordedAt = late,
            }
        );
        await db.SaveChangesAsync();
        await db.Requirements.ExecuteUpdateAsync(set =>
            set.SetProperty(one => one.EndedAt, inTime.AddHours(1))
        );

        // Nobody has looked at the rules before the next day.
        host.Clock.Forward(TimeSpan.FromDays(2));
        await host.Services.GetRequiredService<RecomputeMemberships>().AllAsync();

        Assert.Equal(
            ["earned", "revoked-late", "suspended-late", "waived"],
            await DoneAsync(holding)
        );
        Assert.Equal(["waived"], await DoneAsync(taking));

        async Task<IEnumerable<string>> DoneAsync(RequirementId rule)
        {
            var given = await db
                .Assignments.AsNoTracking()
                .Where(one => one.RequirementId == rule)
                .ToListAsync();
            return names
                .Where(name =>
                    given.Single(one => one.PersonId == people[name]).End == AssignmentEnd.Done
                )
                .Order(StringComparer.Ordinal);
        }

        CertificationPeriod Period(PersonId person, DateTimeOffset recorded) =>
            new()
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = person,
                Certification = Duty.Certification,
                Cycle = 1,
                Path = "first",
                CompletedOn = day,
                From = day,
                Until = day.AddDays(300),
                RecordedAt = recorded,
                RulesHash = "",
            };

        Waiver Waived(PersonId person, string? certification, string? course, DateTimeOffset at) =>
            new()
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = person,
                Certification = certification,
                Course = course,
                From = day,
                Reason = "попереднє навчання",
                GivenAt = at,
            };
    }

    private static async Task AddCompletionAsync(
        LmsDbContext db,
        PersonId person,
        DateTimeOffset at
    )
    {
        var version = await db.CourseVersions.FirstAsync(one =>
            db.Courses.Any(course => course.Id == one.CourseId && course.Slug == Duty.Course)
        );
        var enrolment = Enrolment.On(new(Guid.CreateVersion7()), person, version, LmsHost.Start);
        db.Enrolments.Add(enrolment);
        db.Completions.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                EnrolmentId = enrolment.Id,
                PersonId = person,
                CourseId = version.CourseId,
                CourseVersionId = version.Id,
                CompletedAt = at,
            }
        );
    }

    private static void AddCredit(LmsDbContext db, PersonId person, DateTimeOffset at)
    {
        var id = new EvidenceId(Guid.CreateVersion7());
        db.Evidence.Add(
            new()
            {
                Id = id,
                PersonId = person,
                Kind = EvidenceKind.PriorLearning,
                Course = Duty.Course,
                Title = "Довідка",
                Provider = "Школа",
                On = Duty.Today.AddDays(-30),
                HandedInAt = LmsHost.Start,
                Operation = new(Guid.CreateVersion7()),
                Decision = new()
                {
                    EvidenceId = id,
                    PersonId = person,
                    Verdict = EvidenceVerdict.Approved,
                    By = new(Guid.CreateVersion7()),
                    DecidedAt = at,
                },
            }
        );
    }

    private static async Task ReviseAsync(
        LmsHost host,
        RequirementId id,
        Func<Requirement, Requirement> change
    )
    {
        await using var db = host.Look();
        var last = await db
            .RequirementRevisions.Where(one => one.RequirementId == id)
            .OrderByDescending(one => one.Number)
            .FirstAsync();
        db.RequirementRevisions.Add(
            new RequirementRevision
            {
                RequirementId = id,
                Number = last.Number + 1,
                From = host.Clock.GetUtcNow(),
                Rule = change(last.Rule),
            }
        );
        await db.SaveChangesAsync();
    }

    private static async Task<DateOnly?> DueAsync(LmsHost host, RequirementId rule)
    {
        await using var db = host.Look();
        var one = await db
            .Assignments.Include(given => given.Extensions)
            .SingleAsync(given => given.RequirementId == rule);
        return one.DueNow();
    }

    // Slow on purpose: each person, each rule, with nothing shared.
    private static async Task IsAsAskedAsync(LmsHost host)
    {
        var pack = host.Services.GetRequiredService<OrganisationPack>();
        await using var db = host.Look();
        var expected = new List<(Guid, Guid)>();
        foreach (var rule in await db.Requirements.Include(one => one.Revisions).ToListAsync())
        {
            var who = rule.Revisions.MaxBy(one => one.Number)!.Rule.Who;
            foreach (
                var person in await db
                    .People.Where(one => one.MergedInto == null && one.ErasedAt == null)
                    .ToListAsync()
            )
            {
                var posts = await db.Posts.Where(one => one.PersonId == person.Id).ToListAsync();
                var served = await db
                    .ServedTerritories.Where(one => one.PersonId == person.Id)
                    .ToListAsync();
                var places = served
                    .Where(one => one.From <= Duty.Today && !(one.To < Duty.Today))
                    .SelectMany(one => pack.Territories.CommunitiesWithin(one.Territory))
                    .Append(person.Community)
                    .ToList();
                var holds = await db.CertificationPeriods.AnyAsync(one =>
                    one.PersonId == person.Id && one.From <= Duty.Today && one.Until >= Duty.Today
                );
                var isAsked =
                    (
                        rule.Within is not { } within
                        || pack.Territories.CommunitiesWithin(within).Contains(person.Community)
                    )
                    && (
                        who.StaffRoles.Count == 0
                        || posts.Exists(post =>
                            who.StaffRoles.Contains(post.StaffRole)
                            && post.From <= Duty.Today
                            && !(post.To < Duty.Today)
                        )
                    )
                    && (
                        who.Territories.Count == 0
                        || who.Territories.Any(place =>
                            pack.Territories.CommunitiesWithin(place).Overlaps(places)
                        )
                    )
                    && (
                        who.HiredSince is not { } since
                        || (posts.Count > 0 && posts.Min(post => post.From) >= since)
                    )
                    && (who.Holds.Count == 0 || holds)
                    && (who.Lacks.Count == 0 || !holds);
                if (isAsked)
                {
                    expected.Add((rule.Id.Value, person.Id.Value));
                }
            }
        }

        var actual = (
            await db
                .Assignments.Where(one => one.RequirementId != null && one.EndedAt == null)
                .Select(one => new { one.RequirementId, one.PersonId })
                .ToListAsync()
        ).Select(one => (one.RequirementId!.Value.Value, one.PersonId.Value));
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(), actual.Order());
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(LmsHost host)
    {
        await using var db = host.Look();
        return
        [
            .. (await db.Assignments.AsNoTracking().ToListAsync())
                .Select(one => $"{one.Operation} {one.DueOn} {one.EndedAt}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<List<PersonId>> PopulateAsync(LmsHost host, Random chance, int count)
    {
        await using var db = host.Look();
        for (var number = 0; number < count; number++)
        {
            var person = Duty.NewPerson(
                $"Людина{number}",
                chance.GetItems(Communities, 1)[0],
                LmsHost.Start
            );
            db.People.Add(person);
            Furnish(db, chance, person.Id);
        }

        await db.SaveChangesAsync();
        return await db.People.Select(person => person.Id).ToListAsync();
    }

    private static void Furnish(LmsDbContext db, Random chance, PersonId person)
    {
        for (var number = chance.Next(3); number > 0; number--)
        {
            var from = Duty.Today.AddDays(chance.Next(-60, 10));
            db.Posts.Add(
                new Post
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = person,
                    Institution = "league",
                    StaffRole = chance.GetItems(Roles, 1)[0],
                    From = from,
                    To = chance.Next(2) == 0 ? null : from.AddDays(chance.Next(80)),
                }
            );
        }

        if (chance.Next(3) == 0)
        {
            db.ServedTerritories.Add(
                new ServedTerritory
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = person,
                    Territory = new(chance.GetItems(Communities, 1)[0]),
                    From = Duty.Today.AddDays(chance.Next(-30, 10)),
                }
            );
        }
    }

    private static async Task ChangeAsync(
        LmsHost host,
        Random chance,
        IReadOnlyList<PersonId> people
    )
    {
        await using var db = host.Look();
        foreach (var id in people)
        {
            var person = await db.People.SingleAsync(one => one.Id == id);
            switch (chance.Next(4))
            {
                case 0:
                    person.Community = new(chance.GetItems(Communities, 1)[0]);
                    break;
                case 1:
                    var post = await db.Posts.FirstOrDefaultAsync(one => one.PersonId == id);
                    if (post is not null)
                    {
                        post.To = post.From.AddDays(chance.Next(40));
                    }

                    break;
                case 2:
                    Furnish(db, chance, id);
                    break;
                default:
                    if (!await db.CertificationPeriods.AnyAsync(one => one.PersonId == id))
                    {
                        db.CertificationPeriods.Add(
                            Duty.Period(
                                id,
                                Duty.Today.AddDays(-20),
                                Duty.Today.AddDays(chance.Next(-5, 200))
                            )
                        );
                    }

                    break;
            }
        }

        await db.SaveChangesAsync();
    }

    private static async Task<List<RequirementId>> RulesAsync(
        LmsHost host,
        Random chance,
        int count
    )
    {
        var rules = new List<RequirementId>();
        for (var number = 0; number < count; number++)
        {
            var who = new Conditions
            {
                StaffRoles =
                    chance.Next(2) == 0 ? [] : chance.GetItems(Roles, 2).Distinct().ToList(),
                Territories = chance.Next(2) == 0 ? [] : [new(chance.GetItems(Communities, 1)[0])],
                HiredSince = chance.Next(4) == 0 ? Duty.Today.AddDays(-30) : null,
                Holds = chance.Next(5) == 0 ? [Duty.Certification] : [],
                Lacks = number % 4 == 3 ? [Duty.Certification] : [],
            };
            rules.Add(
                await RuleAsync(
                    host,
                    who,
                    LeavingPolicy.EndOpen,
                    within: chance.Next(3) == 0 ? null : chance.GetItems(Communities, 1)[0]
                )
            );
        }

        // One that holds for somebody, whatever chance says.
        rules.Add(await RuleAsync(host, new(), LeavingPolicy.EndOpen));
        return rules;
    }

    internal static async Task<RequirementId> RuleAsync(
        LmsHost host,
        Conditions who,
        LeavingPolicy leaving = LeavingPolicy.Keep,
        DueRule? due = null,
        string? within = null
    )
    {
        await using var db = host.Look();
        var id = new RequirementId(Guid.CreateVersion7());
        db.Requirements.Add(
            new RegisteredRequirement
            {
                Id = id,
                By = new(Guid.CreateVersion7()),
                Within = within is null ? null : new TerritoryCode(within),
                CreatedAt = LmsHost.Start,
            }
        );
        db.RequirementRevisions.Add(
            new RequirementRevision
            {
                RequirementId = id,
                Number = 1,
                From = LmsHost.Start,
                Rule = new Requirement
                {
                    Id = id,
                    Name = new LocalText("Вимога", ""),
                    Who = who,
                    What = new Demand.Course("safe-steps"),
                    Due = due,
                    Leaving = leaving,
                },
            }
        );
        await db.SaveChangesAsync();
        return id;
    }
}
