using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;

namespace Lms.Web.Features.Manage.Assignments.Reminding;

/// <summary>That a last day of one person comes near, or has passed.</summary>
/// <param name="Of">What it is the last day of, by its id: <c>assignment:…</c> or <c>certification:…</c>.</param>
/// <param name="Before">30, 7 or 1 days; null when the day has passed.</param>
public sealed record DueEvent(
    PersonId Person,
    TerritoryCode Community,
    string Of,
    DateOnly Last,
    int? Before
)
{
    /// <summary>Names the event for ever: a day that was moved is another one.</summary>
    public string Key =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Of}:{Last:yyyy-MM-dd}:{(Before is { } days ? $"{days}" : "overdue")}"
        );

    /// <summary>Null when nothing falls on today.</summary>
    /// <param name="given">The day since when the person has it: what lies before is past.</param>
    public static DueEvent? On(
        PersonId person,
        TerritoryCode community,
        string of,
        DateOnly last,
        DateOnly? given,
        DateOnly today
    ) =>
        ReminderDays.On(last, today) is { } days && !(given > last.AddDays(-days))
            ? new(person, community, of, last, days)
            : null;
}
