using System.Net;
using AngleSharp.Html.Dom;
using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage.Assignments;

/// <summary>A manager assigns by hand, sees states, gives more time, and never reaches beyond their people.</summary>
public sealed class AssignmentsPageTests
{
    private const string Address = "/manage/assignments";
    private const string Canary = "Канарка-Зразок";
    private const string Giving = "form[method=post][action='/manage/assignments/new']";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_role_of_a_community_is_assigned_once_and_stands_in_the_list(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        var link =
            $"{Address}/new?course={Duty.Course}&community={Duty.Lebedyn}&role=R01&due=2026-12-20";
        var page = await manager.OpenAsync(link);
        Assert.Contains("Дем’янчук-Зразок", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Гриценко-Зразок", page.Words(), StringComparison.Ordinal);

        for (var sent = 0; sent < 2; sent++)
        {
            using var given = await manager.SubmitAsync(
                page,
                link,
                "form[method=post][action='/manage/assignments/new']"
            );
            given.Is(HttpStatusCode.Redirect);
        }

        await using var db = host.Look();
        var assignment = await db.Assignments.SingleAsync();
        Assert.Equal(new DateOnly(2026, 12, 20), assignment.DueOn);
        Assert.Equal(await host.PersonAsync("specialist"), assignment.PersonId);
        Assert.Single(
            await db.Audit.Where(one => one.Action == AuditAction.AssignmentGiven).ToListAsync()
        );

        var list = await manager.OpenAsync(Address);
        Assert.Contains("Дем’янчук-Зразок", list.Words(), StringComparison.Ordinal);
        Assert.Contains("20 грудня 2026", list.Words(), StringComparison.Ordinal);
        var again = await manager.OpenAsync(link);
        Assert.Contains("уже призначено", again.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_has_done_it_already_is_told_so()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonAsync("specialist");
        await WaiveAsync(host, person);
        var manager = await host.SignedInAsync("manager");
        var page = await manager.OpenAsync(
            $"{Address}/new?course={Duty.Course}&community={Duty.Lebedyn}&role=R01"
        );
        Assert.Contains("уже виконано", page.Words(), StringComparison.Ordinal);

        await host.AssignAsync(person, Duty.Today.AddDays(9));
        var learner = await host.SignedInAsync("specialist");
        var learn = await learner.OpenAsync("/learn");
        Assert.Contains(
            "виконано",
            learn.QuerySelector("[aria-labelledby=h-due]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("До виконання (0)", learn.Words(), StringComparison.Ordinal);
        Assert.Contains(
            "виконано",
            (await manager.OpenAsync($"{Address}?state=Done")).Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_what_was_typed_stays()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        Assert.Null((await manager.OpenAsync($"{Address}/new")).QuerySelector("[role=alert]"));
        // From a gap one comes with a part of it: nothing is wrong yet.
        var begun = await manager.OpenAsync($"{Address}/new?community={Duty.Lebedyn}&role=R01");
        Assert.Null(begun.QuerySelector("[role=alert]"));
        Assert.Equal(Duty.Lebedyn, Value(begun, "community"));

        var wrong = await manager.OpenAsync($"{Address}/new?what=&community=&role=&due=2026-11-01");
        AssertAt(wrong, "what", "community", "due");
        Assert.Equal("2026-11-01", Value(wrong, "due"));
        foreach (var community in new[] { Duty.Romny, "UA00000000000000000" })
        {
            AssertAt(
                await manager.OpenAsync(
                    $"{Address}/new?what=course:{Duty.Course}&community={community}"
                ),
                "community"
            );
        }

        foreach (var roles in new[] { "role=R99", "role=R01&role=R99" })
        {
            AssertAt(
                await manager.OpenAsync($"{Address}/new?what=course:{Duty.Course}&{roles}"),
                "role"
            );
        }

        var link = $"{Address}/new?course={Duty.Course}&community={Duty.Lebedyn}&due=2026-12-20";
        var page = await manager.OpenAsync(link);
        var boxes = page.QuerySelectorAll("#to-whom input").Cast<IHtmlInputElement>().ToList();
        Assert.True(boxes.Count > 1);
        foreach (var box in boxes)
        {
            box.IsChecked = false;
        }

        // Its list is away while the day is wrong, and nothing leads there.
        using (var both = await manager.SubmitAsync(page, link, Giving, ("due", "2026-11-20")))
        {
            both.Is(HttpStatusCode.UnprocessableEntity);
            AssertAt(await both.ReadAsync(), "due");
        }

        using var nobody = await manager.SubmitAsync(page, link, Giving);
        nobody.Is(HttpStatusCode.UnprocessableEntity);
        var again = await nobody.ReadAsync();
        AssertAt(again, "to-whom");
        Assert.Equal("2026-12-20", Value(again, "due"));
        Assert.Empty(again.QuerySelectorAll("#to-whom input[checked]"));

        // The day has passed while the form lay open.
        boxes[0].IsChecked = true;
        using var late = await manager.SubmitAsync(page, link, Giving, ("due", "2026-11-20"));
        late.Is(HttpStatusCode.UnprocessableEntity);
        var mended = await late.ReadAsync();
        AssertAt(mended, "due");
        Assert.Equal(Duty.Lebedyn, Value(mended, "community"));
        using var shown = await manager.SubmitAsync(
            mended,
            link,
            "main form",
            ("due", "2026-12-21")
        );
        shown.Is(HttpStatusCode.OK);
        var ready = await shown.ReadAsync();
        Assert.Equal(
            boxes[0].Value,
            Assert.Single(ready.QuerySelectorAll("#to-whom input[checked]")).GetAttribute("value")
        );
        using var given = await manager.SubmitAsync(ready, link, Giving);
        given.Is(HttpStatusCode.Redirect);
        await using var db = host.Look();
        var assignment = await db.Assignments.SingleAsync();
        Assert.Equal(boxes[0].Value, assignment.PersonId.Value.ToString());
        Assert.Equal(new DateOnly(2026, 12, 21), assignment.DueOn);
    }

    [Fact]
    public async Task Of_others_than_before_who_is_to_have_it_is_proposed_anew()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var link = $"{Address}/new?course={Duty.Course}&community={Duty.Lebedyn}&role=R04";
        var page = await manager.OpenAsync(link);
        Assert.Single(page.QuerySelectorAll("#to-whom input[checked]"));
        using var late = await manager.SubmitAsync(page, link, Giving, ("due", "2026-11-20"));
        var again = await late.ReadAsync();

        using var shown = await manager.SubmitAsync(
            again,
            link,
            "main form",
            ("due", "2026-12-21"),
            ("role", "")
        );

        var boxes = (await shown.ReadAsync()).QuerySelectorAll("#to-whom input");
        Assert.True(boxes.Length > 1);
        Assert.All(boxes, box => Assert.True(box.HasAttribute("checked")));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Whoever_has_one_of_several_roles_is_meant(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        // So a gap of coverage asks for them.
        var link = $"{Address}/new?course={Duty.Course}&community={Duty.Lebedyn}&role=R01&role=R04";
        var page = await manager.OpenAsync(link);
        Assert.Equal("R01,R04", Value(page, "role"));

        // The form sends them as one, and keeps them.
        using var late = await manager.SubmitAsync(page, link, Giving, ("due", "2026-11-20"));
        using var shown = await manager.SubmitAsync(
            await late.ReadAsync(),
            link,
            "main form",
            ("due", "")
        );
        using var given = await manager.SubmitAsync(await shown.ReadAsync(), link, Giving);
        given.Is(HttpStatusCode.Redirect);

        await using var db = host.Look();
        var people = await db.Assignments.Select(one => one.PersonId.Value).ToListAsync();
        Assert.Equal(
            new[]
            {
                (await host.PersonAsync("specialist")).Value,
                (await host.PersonAsync("manager")).Value,
            }.Order(),
            people.Order()
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task States_are_filtered_by_the_database_as_the_domain_reckons_them(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            Duty.Content()
        );
        var chance = new Random(7);
        await PopulateAsync(host, chance, 60);
        var regional = await host.SignedInAsync("regional");
        foreach (var state in Enum.GetValues<AssignmentState>())
        {
            var expected = await ExpectedAsync(host, state);
            var page = await regional.OpenAsync($"{Address}?state={state}");
            var found = page.QuerySelectorAll("tbody th")
                .Select(one => one.TextContent.Trim())
                .ToList();
            Assert.Equal(
                expected.Order(StringComparer.Ordinal),
                found.Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Nothing_of_another_community_is_seen_counted_or_changed()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var foreign = await CanaryAsync(host);
        var taken = await host.AssignAsync(foreign, Duty.Today.AddDays(5));
        var asked = await AskAsync(host, taken, foreign);
        var manager = await host.SignedInAsync("manager");
        var nowhere = Guid.CreateVersion7();
        foreach (
            var address in new[]
            {
                Address,
                $"{Address}?community={Duty.Romny}",
                $"{Address}?person={foreign.Value}",
                $"{Address}?state=Overdue",
                $"{Address}/extensions",
                $"{Address}/extensions?community={Duty.Romny}&what=course:{Duty.Course}&until=2026-12-31",
                $"{Address}/new?course={Duty.Course}&community={Duty.Romny}",
                $"{Address}/new?course={Duty.Course}&person={foreign.Value}",
                $"{Address}/requirements",
                $"{Address}/announcements",
            }
        )
        {
            var page = await manager.OpenAsync(address);
            Assert.DoesNotContain(Canary, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "обставини-канарки",
                page.Body!.TextContent,
                StringComparison.Ordinal
            );
        }

        Assert.Equal(
            (await manager.OpenAsync($"{Address}?person={nowhere}")).Words(),
            (await manager.OpenAsync($"{Address}?person={foreign.Value}")).Words()
        );
        await host.AssignAsync(await host.PersonAsync("specialist"), Duty.Today.AddDays(5));
        var form = await manager.OpenAsync(Address);
        foreach (var id in new[] { taken.Value, nowhere })
        {
            using var answer = await manager.SubmitAsync(
                form,
                Address,
                "form[action*=TakeBack]",
                ("id", $"{id}")
            );
            answer.Is(HttpStatusCode.NotFound);
        }

        await AskAsync(
            host,
            await host.AssignAsync(
                await host.PersonAsync("specialist"),
                Duty.Today.AddDays(6),
                "safe-steps"
            ),
            await host.PersonAsync("specialist")
        );
        var extensions = await manager.OpenAsync($"{Address}/extensions");
        foreach (var id in new[] { asked.Value, nowhere })
        {
            using var answer = await manager.SubmitAsync(
                extensions,
                $"{Address}/extensions",
                "form[action*=Decide]",
                ("id", $"{id}"),
                ("verdict", "Granted"),
                ("until", "2026-12-31")
            );
            answer.Is(HttpStatusCode.NotFound);
        }

        await using var db = host.Look();
        Assert.Null((await db.Assignments.SingleAsync(one => one.Id == taken)).EndedAt);
        Assert.Null((await db.Extensions.SingleAsync(one => one.Id == asked)).Verdict);
    }

    [Fact]
    public async Task A_community_elsewhere_or_nowhere_is_said_to_be_none_of_the_scope()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var foreign = await CanaryAsync(host);
        await host.AssignAsync(foreign, Duty.Today.AddDays(5));
        await host.AssignAsync(await host.PersonAsync("specialist"), Duty.Today.AddDays(5));
        var manager = await host.SignedInAsync("manager");
        var told = new List<string>();
        foreach (
            var code in new[]
            {
                Duty.Romny,
                "UA00000000000000000",
                new string('U', 101),
                // Around the manager's community, and no community itself.
                Duty.Oblast,
            }
        )
        {
            using var answer = await manager.GetAsync($"{Address}?community={code}&state=Due&p=2");
            answer.Is(HttpStatusCode.NotFound);
            var page = await answer.ReadAsync();
            told.Add(page.Words());
            Assert.Empty(page.QuerySelectorAll("main form, main table"));
            var whole = page.QuerySelector(".empty a")!.GetAttribute("href")!;
            Assert.Equal($"{Address}?state=Due", whole);
            Assert.Single((await manager.OpenAsync(whole)).QuerySelectorAll("main tbody tr"));
        }

        Assert.Single(told.Distinct());
        Assert.Contains(
            "Такої громади чи установи серед ваших немає",
            told[0],
            StringComparison.Ordinal
        );
        var own = await manager.OpenAsync($"{Address}?community={Duty.Lebedyn}");
        Assert.Single(own.QuerySelectorAll("main tbody tr"));
        var regional = await host.SignedInAsync("regional");
        var there = await regional.OpenAsync($"{Address}?community={Duty.Romny}");
        Assert.Contains(Canary, there.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Specialists_are_refused_and_visitors_sign_in_first()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var specialist = await host.SignedInAsync("specialist");
        foreach (
            var address in new[]
            {
                Address,
                $"{Address}/new",
                $"{Address}/extensions",
                $"{Address}/requirements",
                $"{Address}/requirements/edit",
                $"{Address}/announcements",
            }
        )
        {
            using var refused = await specialist.GetAsync(address);
            refused.Is(HttpStatusCode.Forbidden);
            using var anonymous = await host.Anonymous().GetAsync(address);
            Assert.Contains(
                "/account/login",
                anonymous.Headers.Location!.ToString(),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task More_time_is_asked_for_in_words_and_decided(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var id = await host.AssignAsync(
            await host.PersonAsync("specialist"),
            Duty.Today.AddDays(3)
        );
        var learner = await host.SignedInAsync("specialist");
        var own = $"/learn/due/{id.Value}";
        Assert.Contains(
            "Без імен",
            (await learner.OpenAsync(own)).Words(),
            StringComparison.Ordinal
        );
        using (
            var early = await learner.SubmitAsync(
                own,
                "main form",
                ("until", "2026-11-24"),
                ("reason", "треба час")
            )
        )
        {
            early.Is(HttpStatusCode.UnprocessableEntity);
            Assert.Contains(
                "треба час",
                (await early.ReadAsync()).Words(),
                StringComparison.Ordinal
            );
        }

        using (
            var asked = await learner.SubmitAsync(
                own,
                "main form",
                ("until", "2026-12-10"),
                ("reason", "замінюю колегу")
            )
        )
        {
            asked.Is(HttpStatusCode.Redirect);
        }

        using (var foreign = await (await host.SignedInAsync("specialist2")).GetAsync(own))
        {
            foreign.Is(HttpStatusCode.NotFound);
        }

        var manager = await host.SignedInAsync("manager");
        var page = await manager.OpenAsync($"{Address}/extensions");
        Assert.Contains("замінюю колегу", page.Words(), StringComparison.Ordinal);
        using (
            var decided = await manager.SubmitAsync(
                page,
                $"{Address}/extensions",
                "form[action*=Decide]",
                ("verdict", "Granted"),
                ("until", "2026-12-05")
            )
        )
        {
            decided.Is(HttpStatusCode.Redirect);
        }

        Assert.Contains(
            "5 грудня 2026",
            (await learner.OpenAsync("/learn")).Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "строк продовжено",
            (await manager.OpenAsync($"{Address}?state=Extended")).Words(),
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        Assert.Equal(
            "Granted k1-basics 2026-12-05",
            (await db.Audit.SingleAsync(one => one.Action == AuditAction.ExtensionDecided)).Detail
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_action_gives_a_whole_community_more_time_once(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        foreach (var name in new[] { "specialist", "manager", "specialist2" })
        {
            await host.AssignAsync(await host.PersonAsync(name), Duty.Today.AddDays(3));
        }

        var regional = await host.SignedInAsync("regional");
        var address =
            $"{Address}/extensions?community={Duty.Lebedyn}&what=course:{Duty.Course}&until=2026-12-31";
        var page = await regional.OpenAsync(address);
        Assert.Contains(
            "2 людини",
            page.QuerySelector("p[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
        for (var sent = 0; sent < 2; sent++)
        {
            using var given = await regional.SubmitAsync(page, address, "form[action*=Community]");
            given.Is(HttpStatusCode.Redirect);
        }

        await using var db = host.Look();
        Assert.Equal(2, await db.Extensions.CountAsync());
        var foreign = await host.PersonAsync("specialist2");
        Assert.False(await db.Extensions.AnyAsync(one => one.PersonId == foreign));
    }

    [Fact]
    public async Task What_was_given_by_hand_is_taken_back_and_stays_in_the_history()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var id = await host.AssignAsync(
            await host.PersonAsync("specialist"),
            Duty.Today.AddDays(3)
        );
        var manager = await host.SignedInAsync("manager");
        using var taken = await manager.SubmitAsync(Address, "form[action*=TakeBack]");
        taken.Is(HttpStatusCode.Redirect);

        await using var db = host.Look();
        Assert.Equal(
            AssignmentEnd.TakenBack,
            (await db.Assignments.SingleAsync(one => one.Id == id)).End
        );
        Assert.DoesNotContain(
            "Дем’янчук",
            (await manager.OpenAsync(Address)).Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Дем’янчук",
            (await manager.OpenAsync($"{Address}?state=Ended")).Words(),
            StringComparison.Ordinal
        );
    }

    private static string? Value(IHtmlDocument page, string field) =>
        page.GetElementById(field) switch
        {
            IHtmlSelectElement select => select.Value,
            IHtmlInputElement input => input.Value,
            _ => null,
        };

    private static void AssertAt(IHtmlDocument page, params string[] fields)
    {
        Assert.Equal(
            fields.Select(field => $"#{field}"),
            page.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href"))
        );
        foreach (var field in fields)
        {
            var at = page.GetElementById(field)!;
            Assert.StartsWith(
                $"{field}-error",
                at.GetAttribute("aria-describedby"),
                StringComparison.Ordinal
            );
            Assert.NotEmpty(page.GetElementById($"{field}-error")!.TextContent);
            Assert.Equal(
                at is IHtmlFieldSetElement ? null : "true",
                at.GetAttribute("aria-invalid")
            );
        }

        Assert.Equal(
            fields.Count(field => page.GetElementById(field) is not IHtmlFieldSetElement),
            page.QuerySelectorAll("[aria-invalid]").Length
        );
    }

    private static async Task<IReadOnlyList<string>> ExpectedAsync(
        LmsHost host,
        AssignmentState state
    )
    {
        await using var db = host.Look();
        var found = new List<string>();
        foreach (var one in await db.Assignments.Include(given => given.Extensions).ToListAsync())
        {
            Demand what = one.Course is { } slug
                ? new Demand.Course(slug)
                : new Demand.Certification(one.Certification!);
            var done = await DutyDone.ByAsync(db, what, Duty.Today);
            var isDone = done.Contains(one.PersonId);
            // What was closed and is done all the same is in no list: there is nothing to do about it.
            if (isDone && one.EndedAt is not null)
            {
                continue;
            }

            if (
                AssignmentStates.Of(
                    one.DueOn,
                    one.DueNow(),
                    isDone,
                    one.EndedAt is not null,
                    Duty.Today
                ) == state
            )
            {
                found.Add(
                    (await db.People.SingleAsync(person => person.Id == one.PersonId)).Name.Full
                );
            }
        }

        return found;
    }

    private static async Task PopulateAsync(LmsHost host, Random chance, int count)
    {
        await using var db = host.Look();
        for (var number = 0; number < count; number++)
        {
            var person = Duty.NewPerson($"Особа{number:00}", Duty.Lebedyn, LmsHost.Start);
            db.People.Add(person);
            var isCourse = chance.Next(2) == 0;
            var id = new AssignmentId(Guid.CreateVersion7());
            db.Assignments.Add(
                new Assignment
                {
                    Id = id,
                    PersonId = person.Id,
                    Course = isCourse ? Duty.Course : null,
                    Certification = isCourse ? null : Duty.Certification,
                    DueOn = chance.Next(5) == 0 ? null : Duty.Today.AddDays(chance.Next(-3, 4)),
                    From = Duty.Today.AddDays(-30),
                    AssignedAt = LmsHost.Start.AddDays(-30),
                    Operation = $"test:{number}",
                    EndedAt = chance.Next(6) == 0 ? LmsHost.Start : null,
                }
            );
            if (chance.Next(3) == 0)
            {
                db.Extensions.Add(
                    new Extension
                    {
                        Id = new(Guid.CreateVersion7()),
                        AssignmentId = id,
                        PersonId = person.Id,
                        Until = Duty.Today.AddDays(chance.Next(4, 9)),
                        Verdict =
                            chance.Next(2) == 0
                                ? ExtensionVerdict.Granted
                                : ExtensionVerdict.Refused,
                    }
                );
            }

            if (chance.Next(3) == 0)
            {
                var period = Duty.Period(
                    person.Id,
                    Duty.Today.AddDays(-9),
                    Duty.Today.AddDays(chance.Next(-2, 3))
                );
                db.CertificationPeriods.Add(period);
                if (chance.Next(3) == 0)
                {
                    db.PeriodRevocations.Add(
                        new PeriodRevocation
                        {
                            Id = new(Guid.CreateVersion7()),
                            PersonId = person.Id,
                            Period = period.Id,
                            On = Duty.Today.AddDays(chance.Next(-1, 2)),
                            Reason = "перевірка",
                            RecordedAt = LmsHost.Start,
                        }
                    );
                }
            }

            if (chance.Next(4) == 0)
            {
                db.Waivers.Add(
                    new Waiver
                    {
                        Id = new(Guid.CreateVersion7()),
                        PersonId = person.Id,
                        Course = isCourse ? Duty.Course : null,
                        Certification = isCourse ? null : Duty.Certification,
                        From = Duty.Today.AddDays(chance.Next(-1, 2)),
                        Until = chance.Next(2) == 0 ? null : Duty.Today.AddDays(chance.Next(-1, 2)),
                        Reason = "раніше",
                        GivenAt = LmsHost.Start,
                    }
                );
            }
        }

        await db.SaveChangesAsync();
    }

    private static async Task WaiveAsync(LmsHost host, PersonId person)
    {
        await using var db = host.Look();
        db.Waivers.Add(
            new Waiver
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = person,
                Course = Duty.Course,
                From = Duty.Today,
                Reason = "складено раніше",
                GivenAt = LmsHost.Start,
            }
        );
        await db.SaveChangesAsync();
    }

    private static async Task<PersonId> CanaryAsync(LmsHost host)
    {
        await using var db = host.Look();
        var person = Duty.NewPerson(Canary, Duty.Romny, LmsHost.Start);
        db.People.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    private static async Task<ExtensionId> AskAsync(
        LmsHost host,
        AssignmentId assignment,
        PersonId person
    )
    {
        await using var db = host.Look();
        var id = new ExtensionId(Guid.CreateVersion7());
        db.Extensions.Add(
            new Extension
            {
                Id = id,
                AssignmentId = assignment,
                PersonId = person,
                Until = Duty.Today.AddDays(20),
                Reason =
                    person == await host.PersonAsync("specialist")
                        ? "треба час"
                        : "обставини-канарки",
                AskedAt = LmsHost.Start,
            }
        );
        await db.SaveChangesAsync();
        return id;
    }
}
