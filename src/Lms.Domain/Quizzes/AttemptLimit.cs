namespace Lms.Domain.Quizzes;

/// <summary>
/// How many attempts may be opened: any number, N in all, or N in every window of time that ends now.
/// An opened attempt counts, whatever became of it.
/// </summary>
public sealed record AttemptLimit(int? Count, TimeSpan? Per)
{
    public static readonly AttemptLimit Unlimited = new(null, null);

    /// <summary>
    /// When the next attempt may be opened, seen from <paramref name="now"/>.
    /// </summary>
    /// <param name="opened">Instants at which earlier attempts were opened, in any order.</param>
    public NextAttempt Next(IEnumerable<DateTimeOffset> opened, DateTimeOffset now)
    {
        if (Count is not { } count)
        {
            return new NextAttempt.Now();
        }

        if (Per is not { } window)
        {
            return opened.Count() < count ? new NextAttempt.Now() : new NextAttempt.Never();
        }

        var recent = opened.Where(at => at > now - window).OrderDescending().Take(count).ToList();
        return recent.Count < count
            ? new NextAttempt.Now()
            : new NextAttempt.At(recent[^1] + window);
    }
}

/// <summary>Whether, and from when, one more attempt may be opened.</summary>
public abstract record NextAttempt
{
    private NextAttempt() { }

    public sealed record Now : NextAttempt;

    public sealed record At(DateTimeOffset Instant) : NextAttempt;

    public sealed record Never : NextAttempt;
}
