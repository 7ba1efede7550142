using System.Globalization;

namespace Lms.Web.Features.Verify;

/// <summary>The day on which a state is asked for: <c>?on=YYYY-MM-DD</c>, today when not given.</summary>
/// <param name="Fault">A stable word; null when the day can be answered for.</param>
internal sealed record AskedDay(DateOnly Day, string? Fault)
{
    public const string NoDay = "no-such-day";

    /// <summary>What will be true on a later day, nobody knows.</summary>
    public const string Future = "day-in-future";

    public static AskedDay Of(string? on, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(on))
        {
            return new(today, null);
        }

        var isDay = DateOnly.TryParseExact(
            on.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        return !isDay ? new(today, NoDay)
            : day > today ? new(today, Future)
            : new(day, null);
    }
}
