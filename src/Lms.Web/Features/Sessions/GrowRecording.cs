using System.Collections.Concurrent;
using Lms.Domain.Live;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Sessions;

/// <summary>
/// Makes files of a session that still runs, for those who lost the beginning. The whole log is read each
/// time, so that late voice finds its place: rarely enough to cost a twentieth of the time at most.
/// </summary>
internal sealed class GrowRecording(
    MakeRecording make,
    TimeProvider time,
    ILogger<GrowRecording> log
)
{
    private const int MostKept = 200;
    private const int TimesItsCost = 20;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<LiveSessionId, DateTimeOffset> next = [];

    public void Ask(LiveSessionId session)
    {
        if (Takes(session))
        {
            _ = RunAsync(session);
        }
    }

    private async Task RunAsync(LiveSessionId session)
    {
        try
        {
            var began = time.GetTimestamp();
            await make.GrowAsync(session);
            var after = time.GetElapsedTime(began) * TimesItsCost;
            next[session] = time.Now() + (after > Fresh ? after : Fresh);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Files to catch up with were not made: they are tried again");
        }
    }

    private bool Takes(LiveSessionId session)
    {
        if (next.Count > MostKept)
        {
            next.Clear();
        }

        var now = time.Now();
        var takes = true;
        next.AddOrUpdate(
            session,
            now + Fresh,
            (_, at) =>
            {
                takes = at <= now;
                return takes ? now + Fresh : at;
            }
        );
        return takes;
    }
}
