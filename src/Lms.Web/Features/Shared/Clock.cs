namespace Lms.Web.Features.Shared;

public static class Clock
{
    /// <summary>UTC, cut to the millisecond both databases keep.</summary>
    public static DateTimeOffset Now(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>A fresh id that sorts by time.</summary>
    public static Guid NewId(this TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow());
}
