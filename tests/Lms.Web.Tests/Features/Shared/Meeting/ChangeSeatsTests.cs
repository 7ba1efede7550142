using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;
using OnPostgres = Lms.Web.Data.Migrations.Postgres.SeatsThatWereAskedFor;
using OnSqlite = Lms.Web.Data.Migrations.Sqlite.SeatsThatWereAskedFor;

namespace Lms.Web.Tests.Features.Shared.Meeting;

/// <summary>Seats when many ask at once: none is given twice, and none is left while someone waits.</summary>
public sealed class ChangeSeatsTests
{
    private static readonly DateTimeOffset NextWeek = LmsHost.Start.AddDays(7);

    [Theory]
    [InlineData("Sqlite", 1)]
    [InlineData("Sqlite", 2)]
    [InlineData("Sqlite", 3)]
    [InlineData("Postgres", 1)]
    [InlineData("Postgres", 2)]
    public async Task Whatever_many_do_at_once_no_seat_is_double_and_none_free_while_someone_waits(
        string database,
        int seed
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var people = await host.PeopleAsync(14);
        var trainer = await host.TrainerAsync();
        var plan = Meetings.Plan(NextWeek, capacity: 4);
        var session = await host.PlanAsync(plan);
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        var change = host.Services.GetRequiredService<ChangeSession>();
        var throws = new Random(seed);
        var acts = new List<Func<Task>>();
        for (var at = 0; at < 70; at++)
        {
            var person = people[throws.Next(people.Count)];
            var grown = 4 + throws.Next(3);
            acts.Add(
                throws.Next(10) switch
                {
                    < 5 => () => seats.AskAsync(session, person),
                    < 8 => () => seats.GiveUpAsync(session, person),
                    8 => () => seats.GiveAsync(session, person, trainer.Account),
                    _ => () =>
                        change.RunAsync(session, plan with { Capacity = grown }, false, trainer),
                }
            );
        }

        foreach (var some in acts.Chunk(10))
        {
            await Task.WhenAll(some.Select(act => Task.Run(act)));
            await SoundAsync(host, session);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Whoever_waits_first_gets_the_seat_that_is_given_up_and_a_letter(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var people = await host.PeopleAsync(3);
        var session = await host.PlanAsync(Meetings.Plan(NextWeek, capacity: 1));
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        Assert.Equal(SeatState.Seated, await seats.AskAsync(session, people[0]));
        Assert.Equal(SeatState.Waiting, await seats.AskAsync(session, people[1]));
        Assert.Equal(SeatState.Waiting, await seats.AskAsync(session, people[2]));
        Assert.Equal(SeatState.Waiting, await seats.AskAsync(session, people[1]));
        Assert.Empty(await host.LettersAsync("seat1@people.example"));

        Assert.Equal(SeatState.GivenUp, await seats.GiveUpAsync(session, people[0]));
        var invited = Assert.Single(await host.LettersAsync("seat1@people.example"));
        Assert.Equal("REQUEST", IcsReader.Of(invited.Calendar!).Method);
        Assert.Empty(await host.LettersAsync("seat2@people.example"));
        Assert.Equal(
            ["CANCEL", "REQUEST"],
            (await host.LettersAsync("seat0@people.example"))
                .Select(letter => IcsReader.Of(letter.Calendar!).Method)
                .Order(StringComparer.Ordinal)
        );

        Assert.Equal(SeatState.Waiting, await seats.AskAsync(session, people[0]));
        Assert.Equal(SeatState.GivenUp, await seats.GiveUpAsync(session, people[1]));
        var state = await host.SeatsAsync(session);
        Assert.Equal(people[2], state.Single(seat => seat.State == SeatState.Seated).PersonId);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_was_given_is_taken_back_for_whoever_waits_and_what_was_asked_for_is_not(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var people = await host.PeopleAsync(3);
        var by = (await host.TrainerAsync()).Account;
        var session = await host.PlanAsync(Meetings.Plan(NextWeek, capacity: 1));
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        Assert.Equal(SeatState.Seated, await seats.GiveAsync(session, people[0], by));
        Assert.Equal(SeatState.Waiting, await seats.GiveAsync(session, people[1], by));
        Assert.Equal(SeatState.Waiting, await seats.AskAsync(session, people[2]));

        Assert.Equal(SeatState.Waiting, await seats.TakeBackAsync(session, people[2], by));
        Assert.Equal(SeatState.GivenUp, await seats.TakeBackAsync(session, people[0], by));
        Assert.Equal(people[1], Seated(await host.SeatsAsync(session)));
        var told = (await host.LettersAsync("seat0@people.example"))
            .Where(letter => IcsReader.Of(letter.Calendar!).Method == "CANCEL")
            .Select(letter => letter.Body);
        Assert.Contains("забрав", Assert.Single(told), StringComparison.Ordinal);

        // Let in from the queue, it is still what somebody gave; the next one asked for it.
        Assert.Equal(SeatState.GivenUp, await seats.TakeBackAsync(session, people[1], by));
        Assert.Equal(SeatState.Seated, await seats.TakeBackAsync(session, people[2], by));
        Assert.Equal(people[2], Seated(await host.SeatsAsync(session)));
        await using var db = host.Look();
        Assert.Equal(
            2,
            await db.Audit.CountAsync(one => one.Action == Lms.Web.Access.AuditAction.SeatTakenBack)
        );

        static PersonId Seated(IReadOnlyList<SessionSeat> all) =>
            all.Single(seat => seat.State == SeatState.Seated).PersonId;
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Seats_that_name_who_approved_them_once_are_told_from_those_that_were_given(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var people = await host.PeopleAsync(4);
        var by = (await host.TrainerAsync()).Account;
        var session = await host.PlanAsync(
            Meetings.Plan(NextWeek, capacity: 3) with
            {
                Admission = Admission.ByApproval,
            }
        );
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        // Approved and seated, given, approved and later given, approved and in the queue.
        foreach (var person in new[] { people[0], people[2] })
        {
            await seats.AskAsync(session, person);
            await seats.ApproveAsync(session, person, by);
        }

        await seats.GiveUpAsync(session, people[2]);
        await seats.GiveAsync(session, people[1], by);
        await seats.GiveAsync(session, people[2], by);
        await seats.AskAsync(session, people[3]);
        await seats.ApproveAsync(session, people[3], by);
        await using var db = host.Look();
        // As they were kept before.
        await db.SessionSeats.ExecuteUpdateAsync(set => set.SetProperty(one => one.By, by.Actor));
        var manager = await host.SignedInAsync("regional");
        Assert.Equal(4, await TakenBackAsync());

        await db.Database.OpenConnectionAsync();
        await using var mend = db.Database.GetDbConnection().CreateCommand();
        Migration migration = database == "Sqlite" ? new OnSqlite() : new OnPostgres();
        mend.CommandText = migration.UpOperations.OfType<SqlOperation>().Single().Sql;
        Assert.Equal(2, await mend.ExecuteNonQueryAsync());

        Assert.Equal(2, await TakenBackAsync());
        Assert.Equal(SeatState.Seated, await seats.TakeBackAsync(session, people[0], by));
        Assert.Equal(SeatState.Waiting, await seats.TakeBackAsync(session, people[3], by));
        Assert.Equal(SeatState.GivenUp, await seats.TakeBackAsync(session, people[1], by));
        Assert.Equal(SeatState.GivenUp, await seats.TakeBackAsync(session, people[2], by));

        async Task<int> TakenBackAsync() =>
            (await manager.OpenAsync($"/manage/sessions/{session.Value}"))
                .QuerySelectorAll("form[action*=TakeBack]")
                .Length;
    }

    [Fact]
    public async Task What_was_asked_for_is_not_taken_back_because_somebody_said_yes()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var people = await host.PeopleAsync(3);
        var by = (await host.TrainerAsync()).Account;
        var session = await host.PlanAsync(
            Meetings.Plan(NextWeek, capacity: 1) with
            {
                Admission = Admission.ByApproval,
            }
        );
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        foreach (var person in people.Take(2))
        {
            await seats.AskAsync(session, person);
            await seats.ApproveAsync(session, person, by);
        }

        Assert.Equal(SeatState.Waiting, await seats.GiveAsync(session, people[2], by));
        Assert.Equal(SeatState.Seated, await seats.TakeBackAsync(session, people[0], by));
        Assert.Equal(SeatState.Waiting, await seats.TakeBackAsync(session, people[1], by));
        await seats.GiveUpAsync(session, people[0]);
        Assert.Equal(SeatState.Seated, await seats.TakeBackAsync(session, people[1], by));
        Assert.DoesNotContain(
            await host.LettersAsync("seat1@people.example"),
            letter => letter.Body.Contains("Менеджер", StringComparison.Ordinal)
        );

        // Out of the queue one is told too; no calendar knew of it.
        Assert.Equal(SeatState.GivenUp, await seats.TakeBackAsync(session, people[2], by));
        var told = Assert.Single(await host.LettersAsync("seat2@people.example"));
        Assert.Contains("прибрав вас із черги", told.Body, StringComparison.Ordinal);
        Assert.Null(told.Calendar);
    }

    [Fact]
    public async Task A_trainer_decides_who_asked_and_leaders_take_no_seat()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var people = await host.PeopleAsync(2);
        var trainer = await host.TrainerAsync();
        var session = await host.PlanAsync(
            Meetings.Plan(NextWeek) with
            {
                Admission = Admission.ByApproval,
            }
        );
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        Assert.Null(await seats.AskAsync(session, trainer.Person));
        Assert.Equal(SeatState.Asked, await seats.AskAsync(session, people[0]));
        Assert.Equal(SeatState.Asked, await seats.AskAsync(session, people[1]));
        Assert.Equal(
            SeatState.Seated,
            await seats.ApproveAsync(session, people[0], trainer.Account)
        );
        Assert.Equal(
            SeatState.Refused,
            await seats.RefuseAsync(session, people[1], trainer.Account)
        );
        Assert.Equal(SeatState.Refused, await seats.AskAsync(session, people[1]));
        Assert.Null(Assert.Single(await host.LettersAsync("seat1@people.example")).Calendar);
    }

    [Fact]
    public async Task A_date_lets_in_who_wanted_one_in_their_order()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var people = await host.PeopleAsync(3);
        var plan = Meetings.Plan(null, capacity: 2);
        var session = await host.PlanAsync(plan);
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        foreach (var person in people.Reverse())
        {
            Assert.Equal(SeatState.Waiting, await seats.AskAsync(session, person));
        }

        var answer = await host
            .Services.GetRequiredService<ChangeSession>()
            .RunAsync(session, plan with { StartsAt = NextWeek }, false, await host.TrainerAsync());
        Assert.Equal(ChangeAnswer.Done, answer);
        var states = await host.SeatsAsync(session);
        Assert.Equal(
            new HashSet<PersonId> { people[2], people[1] },
            states
                .Where(seat => seat.State == SeatState.Seated)
                .Select(seat => seat.PersonId)
                .ToHashSet()
        );
        Assert.Single(await host.LettersAsync("seat2@people.example"));
        Assert.Empty(await host.LettersAsync("seat0@people.example"));
    }

    private static async Task SoundAsync(LmsHost host, LiveSessionId id)
    {
        await using var db = host.Look();
        var session = await db.LiveSessions.AsNoTracking().SingleAsync(one => one.Id == id);
        var seats = await host.SeatsAsync(id);
        var seated = seats.Count(seat => seat.State == SeatState.Seated);
        var waiting = seats.Count(seat => seat.State == SeatState.Waiting);
        Assert.Equal(seats.Count, seats.Select(seat => seat.Position).Distinct().Count());
        Assert.True(
            waiting == 0 || seated >= session.Capacity,
            $"{seated} of {session.Capacity} taken while {waiting} wait"
        );
        // Fewer seats than before take none away, so that only growth is asked here of the maximum.
        Assert.True(seated <= 6, $"{seated} seats taken, of 6 at most");
    }
}
