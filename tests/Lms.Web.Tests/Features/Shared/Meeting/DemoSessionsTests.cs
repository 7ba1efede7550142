using Lms.Domain.Live;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Shared.Meeting;

/// <summary>The demonstration has sessions that were, that are to come and that look for a date.</summary>
public sealed class DemoSessionsTests
{
    [Fact]
    public async Task Invented_people_have_sessions_with_seats_left_a_queue_and_a_yes_to_say()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            Repository.File("content"),
            ("Lms:DemoPeople", "60")
        );
        await using var db = host.Look();
        var sessions = await db.LiveSessions.AsNoTracking().ToListAsync();
        var seats = await db.SessionSeats.AsNoTracking().ToListAsync();
        Assert.Equal(6, sessions.Count);
        Assert.Equal(2, sessions.Count(one => one.State == SessionState.Ended));
        Assert.All(sessions, one => Assert.NotNull(one.ActivityId));
        Assert.All(
            sessions,
            one =>
            {
                var taken = seats.Count(seat =>
                    seat.SessionId == one.Id && seat.State == SeatState.Seated
                );
                Assert.True(one.OpenSeats is null || taken <= one.OpenSeats);
            }
        );
        Assert.Contains(seats, seat => seat.State == SeatState.Asked);
        Assert.Contains(
            seats,
            seat =>
                seat.State == SeatState.Waiting
                && sessions.Single(one => one.Id == seat.SessionId).StartsAt is not null
        );
        Assert.Equal(0, await db.OutgoingMail.CountAsync());
        var page = await (await host.SignedInAsync("specialist")).OpenAsync("/sessions");
        Assert.NotNull(page.QuerySelector("#h-mine ~ ul a"));
        Assert.NotNull(page.QuerySelector("#h-past ~ ul a"));
    }
}
