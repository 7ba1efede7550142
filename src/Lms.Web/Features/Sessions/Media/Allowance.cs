namespace Lms.Web.Features.Sessions.Media;

/// <summary>So much at once, and so much again in each second.</summary>
internal sealed class Allowance
{
    private readonly Lock gate = new();
    private readonly double burst;
    private readonly double eachSecond;
    private readonly TimeProvider time;
    private double left;
    private DateTimeOffset filledAt;

    public Allowance(double burst, double eachSecond, TimeProvider time)
    {
        (this.burst, this.eachSecond, this.time) = (burst, eachSecond, time);
        (left, filledAt) = (burst, time.GetUtcNow());
    }

    public bool Take(double amount)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var passed = Math.Max(0, (now - filledAt).TotalSeconds);
            left = Math.Min(burst, left + passed * eachSecond);
            filledAt = now;
            if (amount > left)
            {
                return false;
            }

            left -= amount;
            return true;
        }
    }
}
