namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// Milliseconds since the doors opened. Within a run of the server it counts by the monotonic clock
/// alone: whoever sets the clock of the machine moves nothing in a room.
/// </summary>
/// <param name="from">Where this run begins, never before the end of the one before.</param>
internal sealed class RoomClock(TimeProvider time, long from)
{
    private readonly long startedAt = time.GetTimestamp();

    public long From => from;

    public long Now => from + (long)time.GetElapsedTime(startedAt).TotalMilliseconds;
}
