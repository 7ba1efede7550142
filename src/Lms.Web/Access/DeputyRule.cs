namespace Lms.Web.Access;

public enum DeputyAnswer
{
    Named,

    /// <summary>No such right, or no open account of a person within its territory.</summary>
    Unknown,

    /// <summary>The right is a deputy's own, or no manager's: neither is passed on.</summary>
    NotToPassOn,

    /// <summary>No days, days that are over, or days that end before they begin.</summary>
    BadDays,

    /// <summary>More than <see cref="DeputyRule.LongestDays"/>.</summary>
    TooLong,
}

/// <summary>
/// When a right may be lent: a manager's own, for days that are named beforehand, to someone else. It
/// ends by itself, and with the right that it copies.
/// </summary>
public static class DeputyRule
{
    /// <summary>Both ends included: longer is no absence but a change of post.</summary>
    public const int LongestDays = 90;

    /// <param name="original">The right to be lent.</param>
    /// <param name="deputy">Who is to hold it meanwhile.</param>
    public static DeputyAnswer Check(
        Grant original,
        AccountId deputy,
        DateOnly from,
        DateOnly to,
        DateOnly today
    ) =>
        original.AccountId == deputy || original.To < today ? DeputyAnswer.Unknown
        : original.DeputyOf is not null || original.Role != AccessRole.Manager
            ? DeputyAnswer.NotToPassOn
        : from < today || to < from ? DeputyAnswer.BadDays
        : to.DayNumber - from.DayNumber >= LongestDays ? DeputyAnswer.TooLong
        : DeputyAnswer.Named;

    /// <summary>The last day of a right that is taken away on <paramref name="today"/>: it does not hold any more.</summary>
    public static DateOnly Ended(DateOnly from, DateOnly today) =>
        (from < today ? today : from).AddDays(-1);
}
