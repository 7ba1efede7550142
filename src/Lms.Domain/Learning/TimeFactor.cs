using Lms.Domain.People;

namespace Lms.Domain.Learning;

/// <summary>
/// How much of a quiz's time a person gets. Only this is stored, never why. Names are stored as text
/// and never change.
/// </summary>
public enum TimeFactor
{
    /// <summary>The time of the rule.</summary>
    Standard,

    /// <summary>1.25 of it.</summary>
    Quarter,

    /// <summary>1.5 of it.</summary>
    Half,

    /// <summary>No limit of time.</summary>
    Untimed,
}

public static class TimeFactors
{
    /// <summary>The person's time for a rule of <paramref name="time"/>; null is no limit.</summary>
    public static TimeSpan? Of(this TimeFactor factor, TimeSpan? time) =>
        factor switch
        {
            TimeFactor.Standard => time,
            TimeFactor.Quarter => time * 1.25,
            TimeFactor.Half => time * 1.5,
            TimeFactor.Untimed => null,
        };
}

/// <summary>
/// The fact that a person's time factor was set; the last one holds everywhere and at once, in a
/// running attempt too.
/// </summary>
public sealed class TimeAllowance : IPrivateToPerson
{
    public long Position { get; init; }

    public required PersonId PersonId { get; init; }

    public required TimeFactor Factor { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    /// <summary>Who set it.</summary>
    public required PersonId SetBy { get; init; }
}
