using Lms.Domain.Live;
using Lms.Web.Features.Sessions.Live;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>Each room is opened once, and none waits for another.</summary>
public sealed class RoomOpeningTests
{
    private const string Oblast = "UA59000000000057109";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_room_that_takes_long_to_open_holds_up_no_other_and_is_one_for_all_who_ask()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var (slow, other) = (await RoomStage.PlanAsync(host), await RoomStage.PlanAsync(host));
        using var read = new ManualResetEventSlim();
        // As a long recording is read back.
        var rooms = Following(host, room => (room.Facts.Id == slow ? read : null)?.Wait());

        var closed = rooms.FindAsync(slow);
        var asked = Enumerable.Range(0, 5).Select(_ => rooms.FindAsync(slow, opens: true)).ToList();
        asked.Add(rooms.FindAsync(slow));
        try
        {
            Assert.NotNull(await rooms.FindAsync(other, opens: true).WaitAsync(Soon));
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            Assert.DoesNotContain(asked.Take(5), one => one.IsCompleted);
        }
        finally
        {
            read.Set();
        }

        var found = await Task.WhenAll(asked.Take(5)).WaitAsync(Soon);
        Assert.Same(rooms.Known(slow), Assert.Single(found.Distinct()));
        // Who opens no doors finds them closed, or opened by the others meanwhile.
        Assert.All(
            await Task.WhenAll(closed, asked[5]).WaitAsync(Soon),
            one => Assert.True(one is null || one == found[0])
        );
        await using var db = host.Look();
        Assert.Equal(1, await db.LiveRuns.CountAsync(run => run.SessionId == slow));
    }

    [Fact]
    public async Task What_was_not_opened_is_tried_again_as_the_first_time()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await RoomStage.PlanAsync(host, one => one.Territory = new(Oblast));
        await using var db = host.Look();
        db.AirAlerts.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                Territory = new(Oblast),
                From = host.Clock.GetUtcNow(),
                Source = AlertSource.Feed,
            }
        );
        await db.SaveChangesAsync();
        var tries = 0;
        var rooms = Following(
            host,
            _ =>
            {
                if (++tries == 1)
                {
                    throw new InvalidOperationException("The disk is away.");
                }
            }
        );

        Assert.Null(await rooms.FindAsync(session));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            rooms.FindAsync(session, opens: true)
        );
        Assert.Null(rooms.Known(session));
        var room = await rooms.FindAsync(session);
        Assert.NotNull(room);
        Assert.Same(room, await rooms.FindAsync(session));
        Assert.Single(
            (
                await db
                    .LiveEvents.Where(one => one.SessionId == session)
                    .Select(one => one.What)
                    .ToListAsync()
            ).OfType<RoomEvent.AlertSet>()
        );
    }

    // What follows a room does so before anybody is let in.
    private static LiveRooms Following(LmsHost host, Action<LiveRoom> opened)
    {
        var rooms = host.Services.GetRequiredService<LiveRooms>();
        var told = rooms.Told!;
        rooms.Told = (room, added) =>
        {
            if (added.Count == 0)
            {
                opened(room);
            }

            told(room, added);
        };
        return rooms;
    }
}
