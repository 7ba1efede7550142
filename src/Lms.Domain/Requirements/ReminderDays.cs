namespace Lms.Domain.Requirements;

/// <summary>On which days before a last day people are reminded of it.</summary>
public static class ReminderDays
{
    public static readonly IReadOnlyList<int> Before = [30, 7, 1];

    /// <summary>A reminder that could not be written on its day is written on the next one, or never.</summary>
    public const int Late = 1;

    /// <summary>For how many days after the last one a manager is still told that it has passed.</summary>
    public const int Told = 7;

    /// <summary>Which reminder of <see cref="Before"/> falls on today; null when none does.</summary>
    /// <param name="last">The last day.</param>
    public static int? On(DateOnly last, DateOnly today)
    {
        var left = last.DayNumber - today.DayNumber;
        return left < 0
            ? null
            : Before
                .Where(days => days - Late <= left && left <= days)
                .Select(days => (int?)days)
                .LastOrDefault();
    }
}
