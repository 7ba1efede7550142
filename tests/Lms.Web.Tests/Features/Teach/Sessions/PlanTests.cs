using System.Net;
using AngleSharp.Html.Dom;
using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Tests.Features.Shared.Meeting;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Teach.Sessions;

/// <summary>A trainer plans, repeats, moves, rehearses and cancels, in the forms of the pages.</summary>
public sealed class PlanTests
{
    private static readonly (string, string)[] Sound =
    [
        ("Entry.Title", "Ознаки"),
        ("Entry.What", "k1-basics"),
        ("Entry.On", "2026-12-07"),
        ("Entry.At", "14:00"),
        ("Entry.Minutes", "90"),
        ("Entry.Capacity", "20"),
        ("Entry.Place", "Ромни, вул. Вигадана, 1"),
        ("Entry.Form", "Mixed"),
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_form_sent_twice_plans_once_and_leads_to_the_session(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var trainer = await host.SignedInAsync("trainer");
        var page = await trainer.OpenAsync("/teach/sessions/new");
        string? first = null;
        for (var twice = 0; twice < 2; twice++)
        {
            using var answer = await trainer.SubmitAsync(
                page,
                "/teach/sessions/new",
                "main form",
                Sound
            );
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            first ??= answer.Headers.Location!.ToString();
            Assert.Equal(first, answer.Headers.Location!.ToString());
        }

        await using var db = host.Look();
        var session = await db.LiveSessions.SingleAsync();
        Assert.Equal(new DateTimeOffset(2026, 12, 7, 12, 0, 0, TimeSpan.Zero), session.StartsAt);
        Assert.Equal(80, session.Rule.Percent);
        Assert.Equal(SessionState.Scheduled, session.State);
        Assert.NotNull(session.CourseId);
        Assert.Equal(RoomRole.Trainer, (await db.SessionTrainers.SingleAsync()).Role);
        Assert.Single(await host.LettersAsync("trainer@demo.example"));
        var edit = await trainer.OpenAsync(first!);
        Assert.Equal("2026-12-07", ((IHtmlInputElement)edit.QuerySelector("#on")!).Value);
    }

    [Theory]
    [InlineData("Entry.Title", "", "title")]
    [InlineData("Entry.On", "2026-11-01", "on")]
    [InlineData("Entry.On", "завтра", "on")]
    [InlineData("Entry.At", "25:99", "at")]
    [InlineData("Entry.Minutes", "4", "minutes")]
    [InlineData("Entry.Minutes", "багато", "minutes")]
    [InlineData("Entry.Capacity", "2001", "capacity")]
    [InlineData("Entry.Percent", "101", "percent")]
    [InlineData("Entry.What", "no-such-course", "what")]
    [InlineData("Entry.Admission", "Nobody", "admission")]
    [InlineData("Entry.Territory", "UA00", "territory")]
    [InlineData("Entry.Leads", "0195d3f0-0000-7000-8000-000000000000:CoTrainer", "leads")]
    [InlineData("Entry.Times", "53", "times")]
    public async Task What_cannot_be_is_named_at_its_field_and_nothing_typed_is_lost(
        string field,
        string value,
        string at
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var trainer = await host.SignedInAsync("trainer");
        using var answer = await trainer.SubmitAsync(
            "/teach/sessions/new",
            "main form",
            [.. Sound.Where(one => one.Item1 != field), (field, value)]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadAsync();
        Assert.NotNull(page.QuerySelector($".error-summary a[href='#{at}']"));
        Assert.NotNull(page.GetElementById(at));
        foreach (var (id, kept) in new[] { ("place", "Ромни, вул. Вигадана, 1") })
        {
            Assert.Equal(kept, ((IHtmlInputElement)page.GetElementById(id)!).Value);
        }

        if (page.GetElementById(at) is IHtmlInputElement input)
        {
            Assert.Equal(value, input.GetAttribute("value") ?? "");
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            Assert.NotNull(page.GetElementById($"{at}-error"));
        }

        await using var db = host.Look();
        Assert.False(await db.LiveSessions.AnyAsync());
    }

    [Fact]
    public async Task An_hour_that_the_clock_leaps_over_is_no_hour()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var trainer = await host.SignedInAsync("trainer");
        using var answer = await trainer.SubmitAsync(
            "/teach/sessions/new",
            "main form",
            ("Entry.Title", "Уночі"),
            ("Entry.On", "2027-03-28"),
            ("Entry.At", "03:30")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await answer.ReadAsync()).QuerySelector(".error-summary a[href='#at']"));
    }

    [Fact]
    public async Task A_series_keeps_its_hour_through_summer_time_and_its_rest_moves_with_one()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var trainer = await host.SignedInAsync("trainer");
        using var answer = await trainer.SubmitAsync(
            "/teach/sessions/new",
            "main form",
            ("Entry.Title", "Щомісяця"),
            ("Entry.On", "2027-03-22"),
            ("Entry.At", "14:00"),
            ("Entry.Times", "3"),
            ("Entry.Weeks", "1")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using (var db = host.Look())
        {
            var all = await db.LiveSessions.OrderBy(one => one.StartsAt).ToListAsync();
            Assert.Equal(
                ["12:00", "11:00", "11:00"],
                all.Select(one => one.StartsAt!.Value.UtcDateTime.ToString("HH:mm"))
            );
            Assert.Single(all.Select(one => one.SeriesId).Distinct());
            Assert.Equal(3, all.Select(one => one.Operation).Distinct().Count());
            using var moved = await trainer.SubmitAsync(
                $"/teach/sessions/{all[1].Id.Value}",
                "main form",
                ("Entry.On", "2027-03-30"),
                ("Entry.At", "16:30"),
                ("rest", "true")
            );
            Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        }

        await using var after = host.Look();
        Assert.Equal(
            ["03-22 12:00", "03-30 13:30", "04-06 13:30"],
            (await after.LiveSessions.OrderBy(one => one.StartsAt).ToListAsync()).Select(one =>
                one.StartsAt!.Value.UtcDateTime.ToString("MM-dd HH:mm")
            )
        );
    }

    [Fact]
    public async Task Those_after_it_that_show_something_else_go_on_showing_that()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var trainer = await host.SignedInAsync("trainer");
        using var planned = await trainer.SubmitAsync(
            "/teach/sessions/new",
            "main form",
            [.. Sound, ("Entry.Times", "3"), ("Entry.Weeks", "1")]
        );
        await using var db = host.Look();
        var other = new Course { Id = new(Guid.CreateVersion7()), Slug = "other" };
        db.Add(other);
        var third = await db.LiveSessions.OrderBy(one => one.StartsAt).LastAsync();
        third.CourseId = other.Id;
        await db.SaveChangesAsync();
        var address = planned.Headers.Location!.ToString();

        using var moved = await trainer.SubmitAsync(
            address,
            "main form",
            ("Entry.At", "16:30"),
            ("rest", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var all = await AllAsync();
        Assert.All(all, one => Assert.Equal(14, one.StartsAt!.Value.UtcDateTime.Hour));
        Assert.Equal(all[0].CourseId, all[1].CourseId);
        Assert.Equal(other.Id, all[2].CourseId);

        var page = await trainer.OpenAsync(address);
        var deck = ((IHtmlSelectElement)page.QuerySelector("#what")!).Options.First(one =>
            one.Value.StartsWith("k1-basics/", StringComparison.Ordinal)
        );
        using var shown = await trainer.SubmitAsync(
            address,
            "main form",
            ("Entry.What", deck.Value),
            ("rest", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, shown.StatusCode);
        all = await AllAsync();
        Assert.NotNull(all[0].ActivityId);
        Assert.Equal(all[0].ActivityId, all[1].ActivityId);
        Assert.Equal((other.Id, null), (all[2].CourseId, all[2].ActivityId));

        async Task<List<LiveSession>> AllAsync() =>
            await db.LiveSessions.AsNoTracking().OrderBy(one => one.StartsAt).ToListAsync();
    }

    [Fact]
    public async Task What_has_left_the_published_edition_stays_until_another_is_asked_for()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var trainer = await host.SignedInAsync("trainer");
        using var planned = await trainer.SubmitAsync("/teach/sessions/new", "main form", Sound);
        var address = planned.Headers.Location!.ToString();
        await using var db = host.Look();
        var session = await db.LiveSessions.SingleAsync();
        var course = session.CourseId!.Value;
        var gone = new Activity
        {
            Id = new(Guid.CreateVersion7()),
            CourseId = course,
            Slug = "gone",
            Kind = ActivityKind.LiveSession,
        };
        var unpublished = new Course { Id = new(Guid.CreateVersion7()), Slug = "unpublished" };
        db.AddRange(gone, unpublished);
        session.ActivityId = gone.Id;
        await db.SaveChangesAsync();

        await ChangeAsync("Entry.At", "15:00");
        Assert.Equal((course, gone.Id), await ShownAsync());
        Assert.Contains(
            "в опублікованому курсі цього вже немає",
            (await trainer.OpenAsync(address)).QuerySelector("#what option[selected]")!.TextContent,
            StringComparison.Ordinal
        );

        // Let go of by name: of the deck alone, and of the course too.
        foreach (var (to, shown) in new[] { ("k1-basics", course), ("", (CourseId?)null) })
        {
            await ChangeAsync("Entry.What", to);
            Assert.Equal((shown, null), await ShownAsync());
            await db
                .LiveSessions.Where(one => one.Id == session.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.CourseId, course)
                        .SetProperty(one => one.ActivityId, gone.Id)
                );
        }

        // A rehearsal shows what will be shown.
        using var tried = await trainer.SubmitAsync(
            $"/teach/sessions/new?rehearsal={session.Id.Value}",
            "main form"
        );
        Assert.Equal(HttpStatusCode.Redirect, tried.StatusCode);
        var rehearsal = await db
            .LiveSessions.AsNoTracking()
            .SingleAsync(one => one.RehearsalOf == session.Id);
        Assert.Equal((course, gone.Id), (rehearsal.CourseId!.Value, rehearsal.ActivityId!.Value));

        await db.LiveSessions.ExecuteUpdateAsync(set =>
            set.SetProperty(one => one.CourseId, unpublished.Id)
        );
        await ChangeAsync("Entry.At", "16:00");
        Assert.Equal((unpublished.Id, gone.Id), await ShownAsync());

        await ChangeAsync("Entry.What", "k1-basics");
        Assert.Equal((course, null), await ShownAsync());

        async Task ChangeAsync(string field, string to)
        {
            using var changed = await trainer.SubmitAsync(address, "main form", (field, to));
            Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        }

        async Task<(CourseId?, ActivityId?)> ShownAsync()
        {
            var now = await host.SessionAsync(session.Id);
            return (now.CourseId, now.ActivityId);
        }
    }

    [Fact]
    public async Task Who_teaches_the_course_no_longer_still_rehearses_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var trainer = await host.SignedInAsync("trainer");
        using var planned = await trainer.SubmitAsync("/teach/sessions/new", "main form", Sound);
        var session = planned.Headers.Location!.ToString().Split('/')[^1];
        await using var db = host.Look();
        await db.CourseTrainers.ExecuteUpdateAsync(set =>
            set.SetProperty(one => one.To, new DateOnly(2026, 11, 1))
        );

        var address = $"/teach/sessions/new?rehearsal={session}";
        var page = await trainer.OpenAsync(address);
        Assert.Equal("k1-basics", ((IHtmlSelectElement)page.QuerySelector("#what")!).Value);
        Assert.DoesNotContain(
            "в опублікованому курсі цього вже немає",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        using var tried = await trainer.SubmitAsync(page, address, "main form");
        Assert.Equal(HttpStatusCode.Redirect, tried.StatusCode);
        var both = await db.LiveSessions.Select(one => one.CourseId).ToListAsync();
        Assert.Equal(2, both.Count);
        Assert.NotNull(Assert.Single(both.Distinct()));
    }

    [Fact]
    public async Task A_rehearsal_is_for_who_leads_alone_and_nobody_is_asked_whether_to_record_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await host.PlanAsync(
            Meetings.Plan(LmsHost.Start.AddDays(5)) with
            {
                IsRecorded = true,
            }
        );
        var trainer = await host.SignedInAsync("trainer");
        foreach (
            var (page, isAsked) in new[]
            {
                ($"/teach/sessions/new?rehearsal={session.Value}", false),
                ($"/teach/sessions/{session.Value}", true),
            }
        )
        {
            Assert.Equal(
                isAsked,
                (await trainer.OpenAsync(page)).GetElementById("recorded") is not null
            );
        }

        using var answer = await trainer.SubmitAsync(
            $"/teach/sessions/new?rehearsal={session.Value}",
            "main form",
            ("Entry.On", ""),
            ("Entry.At", "")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = host.Look();
        var rehearsal = await db.LiveSessions.SingleAsync(one => one.RehearsalOf == session);
        Assert.False(rehearsal.IsRecorded);
        var learner = await host.PersonAsync("specialist");
        Assert.Null(
            await host.Services.GetRequiredService<ChangeSeats>().AskAsync(rehearsal.Id, learner)
        );
        var specialist = await host.SignedInAsync("specialist");
        using var hidden = await specialist.GetAsync($"/sessions/{rehearsal.Id.Value}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        var now = host.Clock.GetUtcNow();
        Assert.Equal(
            new(null, EntryRefusal.Rehearsal),
            await RoomEntry.OfAsync(db, rehearsal.Id, learner, now)
        );
        Assert.Equal(
            new(RoomRole.Trainer, null),
            await RoomEntry.OfAsync(db, rehearsal.Id, (await host.TrainerAsync()).Person, now)
        );
    }

    [Fact]
    public async Task Who_leads_the_session_finds_its_rehearsal_its_page_and_its_look_back()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await host.PlanAsync(Meetings.Plan(LmsHost.Start.AddDays(5)));
        var trainer = await host.SignedInAsync("trainer");
        using (
            await trainer.SubmitAsync(
                $"/teach/sessions/new?rehearsal={session.Value}",
                "main form",
                ("Entry.On", ""),
                ("Entry.At", "")
            )
        ) { }

        await using var db = host.Look();
        var rehearsal = await db.LiveSessions.SingleAsync(one => one.RehearsalOf == session);
        // A co-trainer who came to the session after its rehearsal was planned.
        db.SessionTrainers.Add(
            new SessionTrainer
            {
                SessionId = session,
                PersonId = await host.PersonAsync("author"),
                Role = RoomRole.CoTrainer,
            }
        );
        (rehearsal.State, rehearsal.OpenedAt) = (SessionState.Live, LmsHost.Start);
        await db.SaveChangesAsync();

        var second = await host.SignedInAsync("author");
        var address = $"/sessions/{rehearsal.Id.Value}";
        var lobby = await second.OpenAsync($"{address}/room");
        var replay = lobby.QuerySelector("#lobby a[href$='/replay']")!.GetAttribute("href")!;
        foreach (var page in new[] { replay, address })
        {
            using var found = await second.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
            using var hidden = await (await host.SignedInAsync("specialist")).GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        }
    }

    [Fact]
    public async Task Cancelling_asks_why_and_tells_everyone_who_counted_on_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var people = await host.PeopleAsync(2);
        var session = await host.PlanAsync(Meetings.Plan(LmsHost.Start.AddDays(5), capacity: 1));
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        await seats.AskAsync(session, people[0]);
        await seats.AskAsync(session, people[1]);
        var trainer = await host.SignedInAsync("trainer");
        var address = $"/teach/sessions/{session.Value}";
        using var silent = await trainer.SubmitAsync(address, "form[action*=Cancel]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using var said = await trainer.SubmitAsync(
            address,
            "form[action*=Cancel]",
            ("reason", "Немає світла")
        );
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        foreach (var who in new[] { "seat0", "seat1" })
        {
            Assert.Contains(
                await host.LettersAsync($"{who}@people.example"),
                letter => letter.Body.Contains("Немає світла", StringComparison.Ordinal)
            );
        }

        Assert.Null(await seats.AskAsync(session, people[1]));
        var learner = await host.SignedInAsync("specialist");
        var page = await learner.OpenAsync($"/sessions/{session.Value}");
        Assert.Contains("Чому: Немає світла", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_course_and_the_deck_change_until_the_doors_open_and_who_came_for_it_is_told()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var trainer = await host.SignedInAsync("trainer");
        using var planned = await trainer.SubmitAsync("/teach/sessions/new", "main form", Sound);
        var address = planned.Headers.Location!.ToString();
        var session = new LiveSessionId(Guid.Parse(address.Split('/')[^1]));
        var learner = (await host.PeopleAsync(1))[0];
        await host.Services.GetRequiredService<ChangeSeats>().AskAsync(session, learner);
        using (
            await trainer.SubmitAsync($"/teach/sessions/new?rehearsal={session.Value}", "main form")
        ) { }

        var before = await host.SessionAsync(session);
        var page = await trainer.OpenAsync(address);
        var what = (IHtmlSelectElement)page.QuerySelector("#what")!;
        Assert.Equal("k1-basics", what.Value);
        var deck = what.Options.First(one =>
            one.Value.StartsWith("k1-basics/", StringComparison.Ordinal)
        );

        // Another deck of the course is no news to who comes; no course any more is.
        await ChangeAsync(deck.Value);
        var withDeck = await host.SessionAsync(session);
        Assert.Equal((before.CourseId, before.Sequence), (withDeck.CourseId, withDeck.Sequence));
        Assert.NotNull(withDeck.ActivityId);
        Assert.Single(await host.LettersAsync("seat0@people.example"));
        await using (var db = host.Look())
        {
            var rehearsal = await db.LiveSessions.SingleAsync(one => one.RehearsalOf == session);
            Assert.Equal(withDeck.ActivityId, rehearsal.ActivityId);
        }

        await ChangeAsync("");
        var without = await host.SessionAsync(session);
        Assert.Equal((null, null), (without.CourseId, without.ActivityId));
        var told = (await host.LettersAsync("seat0@people.example"))
            .Select(letter => IcsReader.Of(letter.Calendar!))
            .MaxBy(read => read.Sequence)!;
        Assert.Equal(("REQUEST", without.Sequence), (told.Method, told.Sequence));
        Assert.True(without.Sequence > before.Sequence);
        using var foreign = await trainer.SubmitAsync(
            address,
            "main form",
            ("Entry.What", "no-such-course")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);

        async Task ChangeAsync(string to)
        {
            using var changed = await trainer.SubmitAsync(address, "main form", ("Entry.What", to));
            Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        }
    }

    [Fact]
    public async Task A_session_of_another_trainer_is_as_if_absent()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await host.PlanAsync(Meetings.Plan(LmsHost.Start.AddDays(5)));
        await using (var db = host.Look())
        {
            var row = await db.SessionTrainers.SingleAsync();
            db.SessionTrainers.Remove(row);
            db.SessionTrainers.Add(
                new SessionTrainer
                {
                    SessionId = session,
                    PersonId = (await host.PeopleAsync(1))[0],
                    Role = RoomRole.Trainer,
                }
            );
            await db.SaveChangesAsync();
        }

        var trainer = await host.SignedInAsync("trainer");
        foreach (var part in new[] { "", "/seats" })
        {
            using var answer = await trainer.GetAsync($"/teach/sessions/{session.Value}{part}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var rehearsal = await trainer.GetAsync(
            $"/teach/sessions/new?rehearsal={session.Value}"
        );
        Assert.Equal(HttpStatusCode.NotFound, rehearsal.StatusCode);
        Assert.Equal(
            ChangeAnswer.Unknown,
            await host
                .Services.GetRequiredService<CancelSession>()
                .RunAsync(session, "Так", false, await host.TrainerAsync())
        );
    }

    [Fact]
    public async Task Who_teaches_the_course_may_be_co_trainer_and_another_trainer_may_moderate()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var second = (await host.PeopleAsync(1))[0];
        await using (var db = host.Look())
        {
            var account = await db.Accounts.SingleAsync(one => one.PersonId == second);
            db.Grants.Add(
                new Lms.Web.Access.Grant
                {
                    Id = new(Guid.CreateVersion7()),
                    AccountId = account.Id,
                    Role = Lms.Web.Access.AccessRole.Trainer,
                    From = new DateOnly(2026, 1, 1),
                }
            );
            await db.SaveChangesAsync();
        }

        var trainer = await host.SignedInAsync("trainer");
        using var refused = await trainer.SubmitAsync(
            "/teach/sessions/new",
            "main form",
            [.. Sound, ("Entry.Leads", $"{second.Value}:CoTrainer")]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var planned = await trainer.SubmitAsync(
            "/teach/sessions/new",
            "main form",
            [.. Sound, ("Entry.Leads", $"{second.Value}:Moderator")]
        );
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        var address = planned.Headers.Location!.ToString();
        var session = new LiveSessionId(Guid.Parse(address.Split('/')[^1]));
        await using (var db = host.Look())
        {
            Assert.Equal(
                new(RoomRole.Moderator, null),
                await RoomEntry.OfAsync(db, session, second, host.Clock.GetUtcNow())
            );
        }

        // Taken out, put in again: each is told, and the number of the invitations grows.
        foreach (var lead in new[] { "", $"{second.Value}:Observer" })
        {
            using var changed = await trainer.SubmitAsync(
                address,
                "main form",
                ("Entry.Leads", lead)
            );
            Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        }

        var told = (await host.LettersAsync("seat0@people.example"))
            .Select(letter => IcsReader.Of(letter.Calendar!))
            .OrderBy(read => read.Sequence)
            .Select(read => read.Method);
        Assert.Equal(["REQUEST", "CANCEL", "REQUEST"], told);
    }

    [Fact]
    public async Task A_trainer_says_yes_and_no_on_the_page_of_seats()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var people = await host.PeopleAsync(2);
        var session = await host.PlanAsync(
            Meetings.Plan(LmsHost.Start.AddDays(5)) with
            {
                Admission = Admission.ByApproval,
            }
        );
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        await seats.AskAsync(session, people[0]);
        await seats.AskAsync(session, people[1]);
        var trainer = await host.SignedInAsync("trainer");
        var address = $"/teach/sessions/{session.Value}/seats";
        using var yes = await trainer.PostFormAsync(address, "Approve", people[0].Value);
        using var no = await trainer.PostFormAsync(address, "Refuse", people[1].Value);
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, no.StatusCode);
        var states = (await host.SeatsAsync(session)).Select(seat => seat.State);
        Assert.Equal([SeatState.Seated, SeatState.Refused], states);
    }

    [Fact]
    public async Task The_trainer_is_told_of_the_person_and_not_as_if_it_were_their_own_seat()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var people = await host.PeopleAsync(4);
        var session = await host.PlanAsync(
            Meetings.Plan(LmsHost.Start.AddDays(5), capacity: 1) with
            {
                Admission = Admission.ByApproval,
            }
        );
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        foreach (var person in people)
        {
            await seats.AskAsync(session, person);
        }

        var trainer = await host.SignedInAsync("trainer");
        Assert.Equal("Тепер має місце.", await ToldAsync("Approve", 0));
        Assert.Equal("Тепер у черзі.", await ToldAsync("Approve", 1));
        Assert.Equal("Відмовлено.", await ToldAsync("Refuse", 2));
        await seats.GiveUpAsync(session, people[3]);
        Assert.Equal("Місця вже не має.", await ToldAsync("Approve", 3));

        async Task<string> ToldAsync(string act, int who)
        {
            var address = $"/teach/sessions/{session.Value}/seats";
            using var done = await trainer.PostFormAsync(address, act, people[who].Value);
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
            var page = await trainer.OpenAsync(address);
            return page.QuerySelector("[role=status]")!.TextContent.Trim();
        }
    }
}
