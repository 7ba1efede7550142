using Lms.Domain.Shared;

namespace Lms.Domain.Requirements;

/// <summary>Why a due date cannot be met.</summary>
public enum DueTrouble
{
    /// <summary>It lies before the day the requirement first held for the person.</summary>
    BeforeMembership,

    InThePast,

    /// <summary>The days that are left hold fewer hours than the course takes.</summary>
    TooShort,
}

/// <summary>When a requirement is due for one person, and whether that can be.</summary>
public static class DueDates
{
    /// <summary>Hours of learning that a day is taken to hold: a working day (Labour Code of Ukraine, art. 50, 52).</summary>
    public const int HoursADay = 8;

    /// <summary>Null when the requirement has no date.</summary>
    /// <param name="since">The first day of membership.</param>
    /// <param name="hired">Null when not known.</param>
    /// <param name="leave">Joined. It moves a due date that is reckoned in days; one that is the same for all stays.</param>
    public static DateOnly? Of(
        Requirement requirement,
        DateOnly since,
        DateOnly? hired,
        IReadOnlyList<DaySpan> leave
    ) =>
        requirement.Due switch
        {
            null => null,
            DueRule.FixedDate(var on) => on,
            DueRule.DaysAfter(var days, var from) => People.Leave.After(
                from switch
                {
                    DueStart.Membership => since,
                    DueStart.Hired => hired ?? since,
                },
                days,
                leave
            ),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>What stands against a due date, all of it.</summary>
    /// <param name="hours">Of the course, or of the courses of the path together.</param>
    public static IReadOnlyList<DueTrouble> Troubles(
        DateOnly due,
        DateOnly since,
        DateOnly today,
        decimal hours
    )
    {
        var troubles = new List<DueTrouble>();
        if (due < since)
        {
            troubles.Add(DueTrouble.BeforeMembership);
        }

        if (due < today)
        {
            troubles.Add(DueTrouble.InThePast);
        }

        var start = since > today ? since : today;
        var days = due.DayNumber - start.DayNumber + 1;
        if (days > 0 && days * (decimal)HoursADay < hours)
        {
            troubles.Add(DueTrouble.TooShort);
        }

        return troubles;
    }
}
