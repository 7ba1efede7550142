using Lms.Domain.Live;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>Seats, time and words of live sessions.</summary>
internal static class LiveRules
{
    private const string Fact = "a fact under the surrogate, without words";

    public static readonly IReadOnlyList<ErasureRule> All =
    [
        ErasureRule.Delete<CalendarFeed>(),
        ErasureRule.Delete<SessionTrainer>(),
        ErasureRule.Delete<SessionSeat>(),
        ErasureRule.Delete<MadeUpBlock>(),
        ErasureRule.Keep<CheckIn>(Fact),
        ErasureRule.Keep<LivePresence>(Fact),
        ErasureRule.Keep<WatchedSpan>(Fact),
        ErasureRule.Keep<AttendedSession>(Fact),
        ErasureRule.Change<AttendanceDecision>(
            "what was decided; the reason in words goes",
            (decisions, _, cancel) =>
                decisions.ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, ""), cancel)
        ),
        new(
            typeof(LiveEvent),
            "that something was said or done, under the surrogate; the words go",
            SilenceAsync
        ),
    ];

    private static async Task SilenceAsync(LmsDbContext db, Footprint who, CancellationToken cancel)
    {
        var said = await db
            .LiveEvents.Where(one => one.By != null && who.People.Contains(one.By.Value))
            .ToListAsync(cancel);
        foreach (var log in said.GroupBy(one => one.SessionId))
        {
            // What a vote says depends on what was asked.
            var room = log.Any(one => one.What is RoomEvent.Voted)
                ? await db.RoomOfAsync(log.Key, cancel)
                : new();
            foreach (var one in log)
            {
                one.What = one.What.WithoutWords(room);
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
