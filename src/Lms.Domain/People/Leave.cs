using Lms.Domain.Shared;

namespace Lms.Domain.People;

/// <summary>
/// What being away does to a time limit: days of leave are not counted. It moves due dates and the end
/// of a grace; how long a certificate is valid it never changes.
/// </summary>
public static class Leave
{
    /// <summary>
    /// The day on which <paramref name="days"/> days have passed since <paramref name="start"/>, those of
    /// leave left out. The start itself is not counted; with 0 days it is the answer.
    /// </summary>
    /// <param name="leave">Joined.</param>
    public static DateOnly After(DateOnly start, int days, IReadOnlyList<DaySpan> leave)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var end = start.AddDays(days);
        foreach (var away in leave)
        {
            if (away.Until <= start || days == 0)
            {
                continue;
            }

            var from = away.From > start ? away.From : start.AddDays(1);
            if (from > end)
            {
                break;
            }

            if (away.Until == DateOnly.MaxValue)
            {
                return DateOnly.MaxValue;
            }

            end = end.AddDays(away.Until.DayNumber - from.DayNumber + 1);
        }

        return end;
    }

    /// <summary>A due date moved by the leave between <paramref name="start"/> and it.</summary>
    public static DateOnly MovedDue(DateOnly start, DateOnly due, IReadOnlyList<DaySpan> leave) =>
        due <= start ? due : After(start, due.DayNumber - start.DayNumber, leave);
}
