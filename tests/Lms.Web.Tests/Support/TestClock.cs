namespace Lms.Web.Tests.Support;

/// <summary>The time as the test says, moved by hand.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Forward(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
