using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Features.Privacy;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Features.Shared.Erasing;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Tests.Features.Attendances;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Meetings = Lms.Web.Tests.Features.Shared.Meeting.Meetings;

namespace Lms.Web.Tests.Features.Privacy;

public sealed class ForgetSessionsTests
{
    private const string Reason = "Тренерка захворіла";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Words_votes_recordings_and_minutes_go_in_their_time_and_the_facts_stay(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var held = (await HeldSession.PlannedAsync(host)).Lives(0);
        var person = await host.PersonAsync("specialist");
        held.Enters(person, 0).Seated(person).There(person, 0, 60);
        held.Says(1, person, new RoomEvent.ChatPosted("привіт", ToTrainers: false));
        held.Says(2, held.Trainer, new RoomEvent.CaptionTyped("вітаю"));
        var json = PollText.Keep(
            new SingleChoice { Id = "q", Options = [new("а", false, null), new("б", true, null)] },
            host.Services.GetRequiredService<IChance>()
        );
        var ids = PollText.Read(json).Placed.Options.Select(one => one.Id).ToList();
        var poll = held.Says(3, held.Trainer, new RoomEvent.PollOpened(null, json, 0));
        held.Says(4, person, new RoomEvent.Voted(poll, [ids[0]]));
        held.Says(5, person, new RoomEvent.Voted(poll, [ids[1]]));
        await held.EndsAsync();
        await held.SettleAsync();
        var media = host.Services.GetRequiredService<CutMedia>();
        Directory.CreateDirectory(media.Folder(held.Id));

        host.Clock.Forward(TimeSpan.FromDays(89));
        Assert.DoesNotContain("chat", await ApplyAsync(host));
        host.Clock.Forward(TimeSpan.FromDays(2));
        Assert.Contains("chat", await ApplyAsync(host));
        Assert.DoesNotContain("chat", await ApplyAsync(host));
        await using (var db = host.Look())
        {
            var log = (await db.LogOfAsync(held.Id, host.Clock.GetUtcNow()))!;
            Assert.Empty(log.Room.Chat);
            Assert.Equal("вітаю", log.Room.Caption);
            Assert.Equal(
                (1, 1),
                (log.Room.Poll(poll)!.Voters, log.Room.Poll(poll)!.Counts[ids[1]])
            );
            Assert.DoesNotContain(log.Events, one => one.By == person);
        }

        host.Clock.Forward(TimeSpan.FromDays(280));
        Assert.Contains("recordings", await ApplyAsync(host));
        Assert.False(Directory.Exists(media.Folder(held.Id)));
        host.Clock.Forward(TimeSpan.FromDays(730));
        Assert.Contains("minutes", await ApplyAsync(host));
        await using var after = host.Look();
        Assert.Equal(0, await after.LivePresences.CountAsync());
        Assert.Equal(60, (await after.AttendedSessions.SingleAsync()).Minutes);
        Assert.True((await held.LineAsync(person)).IsAttended);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Why_a_session_was_cancelled_goes_with_the_chat_or_with_who_said_it(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var trainer = await Meetings.TrainerAsync(host);
        var soon = await CancelledAsync(host, trainer, days: 1);
        var later = await CancelledAsync(host, trainer, days: 30);
        host.Clock.Forward(TimeSpan.FromDays(90));
        Assert.DoesNotContain("chat", await ApplyAsync(host));
        host.Clock.Forward(TimeSpan.FromDays(2));
        Assert.Contains("chat", await ApplyAsync(host));
        Assert.DoesNotContain("chat", await ApplyAsync(host));
        await using var db = host.Look();
        Assert.Null(await CancelSession.ReasonOfAsync(db, soon));
        Assert.Equal(Reason, await CancelSession.ReasonOfAsync(db, later));

        await EraseAsync(host, trainer.Person);
        Assert.Null(await CancelSession.ReasonOfAsync(db, later));
        Assert.All(
            await db.LiveEvents.AsNoTracking().Select(one => one.What).ToListAsync(),
            what => Assert.Equal(new RoomEvent.StateSet(SessionState.Cancelled), what)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Answers_in_words_go_with_who_gave_them_or_with_the_chat_and_their_number_stays(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var held = (await HeldSession.PlannedAsync(host)).Lives(0);
        var gone = await host.PersonAsync("specialist");
        var stays = await host.PersonAsync("specialist2");
        held.Enters(gone, 0).Enters(stays, 0);
        var json = PollText.Keep(
            new ShortText { Id = "q", Accepted = [] },
            host.Services.GetRequiredService<IChance>()
        );
        var poll = held.Says(1, held.Trainer, new RoomEvent.PollOpened(null, json, 0));
        held.Says(2, gone, new RoomEvent.Voted(poll, ["моє"]));
        held.Says(2, stays, new RoomEvent.Voted(poll, ["інше"]));
        held.Says(3, held.Trainer, new RoomEvent.CaptionTyped("вітаю"));
        await held.EndsAsync();

        await EraseAsync(host, gone);
        var (log, counts) = await ReadAsync();
        Assert.Equal(["інше"], counts);
        Assert.Contains(new RoomEvent.CaptionTyped("вітаю"), log);
        await EraseAsync(host, held.Trainer);
        Assert.DoesNotContain((await ReadAsync()).Log, one => one is RoomEvent.CaptionTyped);

        host.Clock.Forward(TimeSpan.FromDays(91));
        Assert.Contains("chat", await ApplyAsync(host));
        Assert.Empty((await ReadAsync()).Counts);

        async Task<(IEnumerable<RoomEvent> Log, IEnumerable<string> Counts)> ReadAsync()
        {
            await using var db = host.Look();
            var kept = (await db.LogOfAsync(held.Id, host.Clock.GetUtcNow()))!;
            Assert.Equal(2, kept.Room.Poll(poll)!.Voters);
            return (kept.Events.Select(one => one.What), kept.Room.Poll(poll)!.Counts.Keys);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_was_said_without_a_name_or_by_trainers_goes_from_logs_that_name_nobody_else(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var chance = host.Services.GetRequiredService<IChance>();
        var words = PollText.Keep(new ShortText { Id = "q", Accepted = [] }, chance);
        var choice = PollText.Keep(
            new SingleChoice { Id = "q", Options = [new("а", false, null), new("б", true, null)] },
            chance
        );
        var option = PollText.Read(choice).Placed.Options[0].Id;
        // As retention leaves a log, but for the answer in words.
        var answered = (await HeldSession.PlannedAsync(host)).Lives(0);
        var poll = answered.Says(1, answered.Trainer, new RoomEvent.PollOpened(null, words, 0));
        answered.Says(2, null, new RoomEvent.Voted(poll, ["моє слово"]));
        var marked = answered.Says(3, answered.Trainer, new RoomEvent.PollOpened(null, choice, 0));
        answered.Says(4, null, new RoomEvent.Voted(marked, [option]));
        await answered.EndsAsync();
        var asked = (await HeldSession.PlannedAsync(host)).Lives(0);
        asked.Says(1, null, new RoomEvent.Asked("Без імені?", AskedState.Shown));
        await asked.EndsAsync();
        var said = (await HeldSession.PlannedAsync(host)).Lives(0);
        said.Says(1, said.Trainer, new RoomEvent.ChatPosted("Почнімо", ToTrainers: false));
        await said.EndsAsync();

        host.Clock.Forward(TimeSpan.FromDays(91));
        Assert.Contains("chat", await ApplyAsync(host));
        Assert.DoesNotContain("chat", await ApplyAsync(host));

        await using var db = host.Look();
        var room = await db.RoomOfAsync(answered.Id);
        Assert.Equal((1, 0), (room.Poll(poll)!.Voters, room.Poll(poll)!.Counts.Count));
        Assert.Equal(1, room.Poll(marked)!.Counts[option]);
        Assert.Empty((await db.RoomOfAsync(asked.Id)).Questions);
        Assert.Empty((await db.RoomOfAsync(said.Id)).Chat);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_a_session_that_was_never_held_left_goes_in_its_time_too(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var person = await host.PersonAsync("specialist");
        foreach (
            var state in new[]
            {
                SessionState.Cancelled,
                SessionState.Scheduled,
                SessionState.Lobby,
            }
        )
        {
            var held = await HeldSession.PlannedAsync(host);
            if (state == SessionState.Lobby)
            {
                // As a rehearsal that nobody began.
                held.Session.StartsAt = null;
            }

            held.Enters(person, 0).Seated(person).There(person, 0, 5);
            held.Says(1, held.Trainer, new RoomEvent.CaptionTyped("зараз почнемо"));
            held.Says(1, person, new RoomEvent.ChatPosted("чекаю", ToTrainers: false));
            held.Says(6, held.Trainer, new RoomEvent.StateSet(state));
            await held.RunsAsync();
        }

        await using (var rehearsal = host.Look())
        {
            var first = await rehearsal.LiveSessions.Select(one => one.Id).FirstAsync();
            await rehearsal
                .LiveSessions.Where(one => one.State == SessionState.Lobby)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.RehearsalOf, first));
        }

        host.Clock.Forward(TimeSpan.FromDays(91));
        Assert.Contains("chat", await ApplyAsync(host));
        host.Clock.Forward(TimeSpan.FromDays(270));
        Assert.DoesNotContain("recordings", await ApplyAsync(host));
        Assert.Equal(3, await CaptionsAsync());
        host.Clock.Forward(TimeSpan.FromDays(10));
        Assert.Contains("recordings", await ApplyAsync(host));
        Assert.Equal(0, await CaptionsAsync());
        await using var db = host.Look();
        Assert.Equal(3, await db.LivePresences.CountAsync());
        host.Clock.Forward(TimeSpan.FromDays(730));
        Assert.Contains("minutes", await ApplyAsync(host));
        Assert.Equal(0, await db.LivePresences.CountAsync());
        Assert.Empty(await ApplyAsync(host));

        async Task<int> CaptionsAsync()
        {
            await using var look = host.Look();
            return (await look.LiveEvents.Select(one => one.What).ToListAsync())
                .OfType<RoomEvent.CaptionTyped>()
                .Count();
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Logs_are_looked_through_while_others_write_and_clean_ones_not_again(
        string database
    )
    {
        using var statements = new StatementsOfThisFlow();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var held = await TalkedAsync(host);
        host.Clock.Forward(TimeSpan.FromDays(366));

        await statements.OfAsync(() => ApplyAsync(host));
        Assert.Contains(statements.Said, LooksThrough);
        Assert.DoesNotContain(statements.InWrites, LooksThrough);
        Assert.Contains(statements.InWrites, one => one.Contains("UPDATE \"LiveEvents\""));
        // Found once more, and clean.
        Assert.Empty(await ApplyAsync(host));

        // What else ended meanwhile is looked through once.
        await statements.OfAsync(() => ApplyAsync(host));
        for (var tries = 0; tries < 50 && statements.Said.Any(LooksThrough); tries++)
        {
            await Task.Delay(100);
            await statements.OfAsync(() => ApplyAsync(host));
        }

        Assert.DoesNotContain(statements.Said, LooksThrough);
        Assert.DoesNotContain(statements.InWrites, one => one.Contains("\"LiveEvents\""));

        // The next one is the only one that is looked through.
        var next = await TalkedAsync(host);
        host.Clock.Forward(TimeSpan.FromDays(91));
        Assert.Equal(["chat"], await ApplyAsync(host));
        await using var db = host.Look();
        Assert.Empty((await db.RoomOfAsync(held.Id)).Chat);
        Assert.Empty((await db.RoomOfAsync(next.Id)).Chat);

        static bool LooksThrough(string statement) =>
            statement.Contains("\"LiveEvents\"") && statement.Contains("LIKE");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_comes_into_a_clean_log_late_is_found_the_next_day(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var held = await HeldSession.PlannedAsync(host);
        var second = await host.PersonAsync("author");
        held.Add(
            new SessionTrainer
            {
                SessionId = held.Id,
                PersonId = second,
                Role = RoomRole.CoTrainer,
            }
        );
        held.Says(1, second, new RoomEvent.StateSet(SessionState.Scheduled));
        await held.RunsAsync();
        host.Clock.Forward(TimeSpan.FromDays(91));
        Assert.Empty(await ApplyAsync(host));

        // One who led it leads it no more, and is somebody who was there like others.
        await using var db = host.Look();
        await db.SessionTrainers.Where(one => one.PersonId == second).ExecuteDeleteAsync();
        Assert.Equal(["chat"], await ApplyAsync(host));
        Assert.False(await db.LiveEvents.AnyAsync(one => one.By == second));
        Assert.Empty(await ApplyAsync(host));

        // It is cancelled at last, and somebody says why.
        await AddAsync(
            new RoomEvent.StateSet(SessionState.Cancelled) { Reason = Reason },
            held.Trainer
        );
        await db.LiveSessions.ExecuteUpdateAsync(set =>
            set.SetProperty(one => one.State, SessionState.Cancelled)
        );
        Assert.Equal(["chat"], await ApplyAsync(host));
        Assert.Null(await CancelSession.ReasonOfAsync(db, held.Id));
        Assert.Empty(await ApplyAsync(host));

        // A line that was kept elsewhere comes in.
        await AddAsync(new RoomEvent.ChatPosted("ще слово", ToTrainers: false), held.Trainer);
        Assert.Equal(["chat"], await ApplyAsync(host));
        Assert.Empty((await db.RoomOfAsync(held.Id)).Chat);

        async Task AddAsync(RoomEvent what, PersonId by)
        {
            db.LiveEvents.Add(
                new()
                {
                    SessionId = held.Id,
                    Number = await db.LiveEvents.MaxAsync(one => one.Number) + 1,
                    At = 100_000,
                    By = by,
                    What = what,
                }
            );
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    [Fact]
    public async Task What_a_lost_write_or_a_stop_left_is_forgotten_the_next_time()
    {
        var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await TalkedAsync(host);
        var media = host.Services.GetRequiredService<CutMedia>();
        Directory.CreateDirectory(media.Folder(held.Id));
        host.Clock.Forward(TimeSpan.FromDays(366));
        await using (var db = host.Look())
        {
            await db.Database.ExecuteSqlAsync(
                $"CREATE TRIGGER stopped BEFORE INSERT ON Audit BEGIN SELECT RAISE(ABORT, 'no'); END"
            );
            await Assert.ThrowsAnyAsync<Exception>(() => ApplyAsync(host));
            var room = await db.RoomOfAsync(held.Id);
            Assert.Single(room.Chat);
            Assert.Equal("вітаю", room.Caption);
            await db.Database.ExecuteSqlAsync($"DROP TRIGGER stopped");
        }

        Assert.Equal(["chat", "recordings"], (await ApplyAsync(host)).Order());
        var later = await TalkedAsync(host);
        host.Clock.Forward(TimeSpan.FromDays(91));
        // Down for long, and nothing is known any more of what was looked at.
        host = await host.AgainAsync(TimeSpan.FromDays(366));
        await using var again = host;
        // The job may have done it already: it runs at the start.
        await ApplyAsync(host);
        Assert.Empty(await ApplyAsync(host));
        await using var look = host.Look();
        foreach (var session in new[] { held.Id, later.Id })
        {
            var room = await look.RoomOfAsync(session);
            Assert.Empty(room.Chat);
            Assert.Empty(room.Caption);
        }
    }

    private static async Task<HeldSession> TalkedAsync(LmsHost host)
    {
        var held = (await HeldSession.PlannedAsync(host)).Lives(0);
        held.Says(1, held.Trainer, new RoomEvent.ChatPosted("Почнімо", ToTrainers: false));
        held.Says(2, held.Trainer, new RoomEvent.CaptionTyped("вітаю"));
        await held.EndsAsync();
        return held;
    }

    private static async Task EraseAsync(LmsHost host, PersonId person)
    {
        await using var work = host.Services.WorkAs("a test erases");
        Assert.Equal(
            ErasureAnswer.Done,
            await work.Services.GetRequiredService<ErasePerson>().RunAsync(person)
        );
    }

    private static async Task<LiveSessionId> CancelledAsync(LmsHost host, Actor by, int days)
    {
        var session = await Meetings.PlanAsync(
            host,
            Meetings.Plan(host.Clock.GetUtcNow() + TimeSpan.FromDays(days))
        );
        await host
            .Services.GetRequiredService<CancelSession>()
            .RunAsync(session, Reason, withRest: false, by);
        return session;
    }

    private static async Task<IEnumerable<string>> ApplyAsync(LmsHost host)
    {
        await using var work = host.Services.WorkAs("a test applies retention");
        return (await work.Services.GetRequiredService<ApplyRetention>().RunAsync()).Keys;
    }
}
