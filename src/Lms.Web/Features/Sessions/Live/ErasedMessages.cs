using System.Collections.Concurrent;
using Lms.Domain.Live;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// Tells rooms that are open of messages that were erased from their logs. The erasure is done by then,
/// so nothing that goes wrong here undoes it or is shown as its failure: what was not told is told again.
/// With the process it is lost, and the memory of the rooms with it.
/// </summary>
internal sealed class ErasedMessages(Func<LiveSessionId, Task<LiveRoom?>> find, ILogger log)
{
    private readonly ConcurrentDictionary<(LiveSessionId Session, long Message), bool> untold =
        new();

    public async Task TellAsync(LiveSessionId session, long message)
    {
        // Before it is tried: whatever stops it, the next look finds it.
        untold[(session, message)] = true;
        try
        {
            if (await find(session) is { } room && !await room.EraseAsync(message))
            {
                log.LogWarning("A room was not told of an erased message: it is told again");
                return;
            }
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "A room was not told of an erased message: it is told again");
            return;
        }

        untold.TryRemove((session, message), out _);
    }

    /// <summary>Those that could not be told before.</summary>
    public async Task TellAgainAsync()
    {
        foreach (var (session, message) in untold.Keys)
        {
            await TellAsync(session, message);
        }
    }
}
