using System.Diagnostics;
using System.Text.RegularExpressions;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Tests.Features.Attendances;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Shared;

/// <summary>The log of a session that is over is read and folded once, until anything in it goes.</summary>
public sealed class KeptLogsTests
{
    private static readonly Regex ReadsLines = new(
        "ORDER BY \"?l\"?\\.\"Number\"",
        RegexOptions.None,
        TimeSpan.FromSeconds(1)
    );

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task It_is_read_once_and_what_is_taken_out_of_it_is_seen_at_once(string database)
    {
        using var statements = new StatementsOfThisFlow();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var (held, person) = await HeldAsync(host, lines: 3);
        var reads = host.Services.GetRequiredService<AttendanceReads>();
        Assert.Matches(ReadsLines, await statements.OfAsync(ReadAsync));
        Assert.DoesNotMatch(ReadsLines, await statements.OfAsync(ReadAsync));

        await using (var db = host.Look())
        {
            var said = await db.LiveEvents.FirstAsync(one =>
                one.SessionId == held.Id && one.By == person && one.Number > 3
            );
            said.What = new RoomEvent.Erased();
            await db.SaveChangesAsync();
        }

        Assert.Equal(2, (await LogAsync()).Events.Count(one => one.What is RoomEvent.ChatPosted));
        await using (var db = host.Look())
        {
            await db
                .LiveEvents.Where(one => one.SessionId == held.Id && one.By == person)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.By, (PersonId?)null));
        }

        Assert.DoesNotContain((await LogAsync()).Events, one => one.By == person);

        async Task<SessionLog> LogAsync() => (await reads.OneAsync(held.Id, person))!.Value.Log;
        Task ReadAsync() => LogAsync();
    }

    [Fact]
    public async Task A_session_that_runs_is_read_each_time()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        var person = await host.PersonAsync("specialist");
        await held.RunsAsync();
        await using var db = host.Look();
        db.LiveEvents.Add(
            new()
            {
                SessionId = held.Id,
                Number = 4,
                At = 1,
                By = person,
                What = new RoomEvent.ChatPosted("щойно", ToTrainers: false),
            }
        );
        var logs = host.Services.GetRequiredService<KeptLogs>();
        var before = (await logs.OfAsync(db, held.Id))!;
        await db.SaveChangesAsync();
        var after = (await logs.OfAsync(db, held.Id))!;
        Assert.Equal(before.Events.Count + 1, after.Events.Count);
    }

    [Fact]
    public async Task A_report_of_a_long_session_costs_a_part_of_its_fold()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var (held, person) = await HeldAsync(host, lines: 12_000);
        var reads = host.Services.GetRequiredService<AttendanceReads>();
        var logs = host.Services.GetRequiredService<KeptLogs>();
        await reads.OneAsync(held.Id, person);
        await using var db = host.Look();
        var folded = await MeasuredAsync(() => db.LogOfAsync(held.Id, host.Clock.GetUtcNow()));
        var kept = await MeasuredAsync(() => logs.OfAsync(db, held.Id));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"12,000 lines: folded in {folded.TotalMilliseconds:0.0} ms, kept in {kept.TotalMilliseconds:0.0} ms"
        );
        Assert.True(kept < folded / 2);
    }

    private static async Task<TimeSpan> MeasuredAsync(Func<Task> work)
    {
        await work();
        var best = TimeSpan.MaxValue;
        for (var times = 0; times < 5; times++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return best;
    }

    private static async Task<(HeldSession, PersonId)> HeldAsync(LmsHost host, int lines)
    {
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        var person = await host.PersonAsync("specialist");
        held.Seated(person).There(person, 0, 60);
        for (var one = 0; one < lines; one++)
        {
            held.Says(
                1,
                person,
                new RoomEvent.ChatPosted("У приймальні питали про згоду на обробку", false)
            );
        }

        return (await held.EndsAsync(), person);
    }
}
