using Lms.Domain.Live;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Shared.Meeting;

/// <summary>A day and an hour before, each once for a date.</summary>
public sealed class RemindOfSessionsTests
{
    // The clock of the host begins at noon, and the session is at two.
    private static readonly DateTimeOffset Starts = LmsHost.Start.AddDays(3).AddHours(2);

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_reminder_is_written_once_however_often_it_is_asked_for(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var people = await host.PeopleAsync(2);
        var session = await host.PlanAsync(Meetings.Plan(Starts, capacity: 1));
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        await seats.AskAsync(session, people[0]);
        await seats.AskAsync(session, people[1]);
        Assert.Equal(0, await RunAsync(host));

        // The one with a seat and the trainer; not the one who waits.
        host.Clock.Forward(TimeSpan.FromDays(2) + TimeSpan.FromHours(3));
        Assert.Equal(2, await RunAsync(host));
        Assert.Equal(0, (await Task.WhenAll(RunAsync(host), RunAsync(host))).Sum());
        host.Clock.Forward(TimeSpan.FromHours(22) + TimeSpan.FromMinutes(15));
        Assert.Equal(2, (await Task.WhenAll(RunAsync(host), RunAsync(host))).Sum());
        Assert.Equal(0, await RunAsync(host));

        var letters = await host.LettersAsync("seat0@people.example");
        Assert.Equal(3, letters.Count);
        Assert.All(letters, one => Assert.Equal("Навчання", one.Subject));
        Assert.Empty(await host.LettersAsync("seat1@people.example"));
    }

    [Fact]
    public async Task A_session_that_moved_reminds_anew_and_a_cancelled_one_does_not()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var people = await host.PeopleAsync(1);
        var plan = Meetings.Plan(Starts);
        var session = await host.PlanAsync(plan);
        await host.Services.GetRequiredService<ChangeSeats>().AskAsync(session, people[0]);
        host.Clock.Forward(TimeSpan.FromDays(2) + TimeSpan.FromHours(3));
        Assert.Equal(2, await RunAsync(host));
        var trainer = await host.TrainerAsync();
        var change = host.Services.GetRequiredService<ChangeSession>();
        await change.RunAsync(
            session,
            plan with
            {
                StartsAt = Starts.AddMinutes(30),
            },
            false,
            trainer
        );
        Assert.Equal(2, await RunAsync(host));
        await host
            .Services.GetRequiredService<CancelSession>()
            .RunAsync(session, "Тренер захворів", false, trainer);
        host.Clock.Forward(TimeSpan.FromHours(23));
        Assert.Equal(0, await RunAsync(host));
    }

    [Fact]
    public async Task The_letter_of_the_day_waits_for_the_morning()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.PlanAsync(Meetings.Plan(LmsHost.Start.AddHours(34)));
        host.Clock.Forward(TimeSpan.FromHours(12));
        Assert.Equal(0, await RunAsync(host));
        host.Clock.Forward(TimeSpan.FromHours(8));
        Assert.Equal(1, await RunAsync(host));
    }

    private static Task<int> RunAsync(LmsHost host) =>
        ActivatorUtilities.CreateInstance<RemindOfSessions>(host.Services).RunAsync();
}
