namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// The wall's time at the start, and since then a clock that nobody sets: one that is put back by a
/// second would silence every room for that second.
/// </summary>
internal sealed class SteadyTime(TimeProvider time) : TimeProvider
{
    private readonly DateTimeOffset from = time.GetUtcNow();
    private readonly long started = time.GetTimestamp();

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => from + time.GetElapsedTime(started);

    public override long GetTimestamp() => time.GetTimestamp();
}
