namespace Lms.Web.Tests.Support;

/// <summary>
/// The time as the test says, moved by hand. What is measured by the monotonic clock goes on by itself
/// and is moved along.
/// </summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;
    private long moved;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override long GetTimestamp() =>
        base.GetTimestamp()
        + (Interlocked.Read(ref moved) * (TimestampFrequency / TimeSpan.TicksPerSecond));

    /// <summary>Somebody sets the machine's clock; time itself goes on as before.</summary>
    public void Set(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public void Forward(TimeSpan by)
    {
        Interlocked.Add(ref ticks, by.Ticks);
        Interlocked.Add(ref moved, by.Ticks);
    }
}
