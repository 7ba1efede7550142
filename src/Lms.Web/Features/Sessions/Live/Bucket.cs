namespace Lms.Web.Features.Sessions.Live;

/// <summary>So many acts at once, and then so many a second.</summary>
internal sealed class Bucket(TimeProvider time, int burst, double perSecond)
{
    private readonly Lock gate = new();
    private double left = burst;
    private long at = time.GetTimestamp();

    public bool TryTake()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            left = Math.Min(burst, left + (time.GetElapsedTime(at, now).TotalSeconds * perSecond));
            at = now;
            if (left < 1)
            {
                return false;
            }

            left--;
            return true;
        }
    }
}
