using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>All that the register knows of certifications, for the people it was read for.</summary>
public sealed class CertificationBook(
    RowsOfPeople<StepDone> steps,
    RowsOfPeople<CertificationPeriod> periods,
    RowsOfPeople<PeriodRevocation> revocations,
    RowsOfPeople<CertificationSuspension> suspensions,
    RowsOfPeople<Waiver> waivers,
    RowsOfPeople<DaySpan> leave,
    IReadOnlyDictionary<(PersonId, string), DateOnly> firstDue,
    Func<DateTimeOffset, DateOnly> dayOf
)
{
    private HashSet<PersonId>? known;

    /// <summary>Where nobody asks what is held, but who is away.</summary>
    public static CertificationBook OfLeave(
        RowsOfPeople<DaySpan> leave,
        Func<DateTimeOffset, DateOnly> dayOf
    ) =>
        new(
            new(),
            new(),
            new(),
            new(),
            new(),
            leave,
            new Dictionary<(PersonId, string), DateOnly>(),
            dayOf
        );

    /// <summary>Those who ever earned a certification or were waived something.</summary>
    public IReadOnlySet<PersonId> Known =>
        known ??= periods.People.Concat(waivers.People).ToHashSet();

    /// <summary>The days a person is away, in any order.</summary>
    public IReadOnlyList<DaySpan> LeaveOf(PersonId person) => leave[person];

    /// <summary>Every waiver ever given to a person, the withdrawn among them.</summary>
    public IReadOnlyList<Waiver> WaiversOf(PersonId person) => waivers[person];

    public CertificationFacts Of(PersonId person, string certification) =>
        new()
        {
            Steps = steps[person],
            Periods = Some(periods[person], one => one.Certification == certification),
            Revocations = revocations[person],
            Suspensions = Some(suspensions[person], one => one.Certification == certification),
            Waivers = WaivedDays(waivers[person], certification),
            Leave = leave[person],
            FirstDue = firstDue.TryGetValue((person, certification), out var due) ? due : null,
        };

    /// <summary>The days on which a person holds it, joined.</summary>
    public IReadOnlyList<DaySpan> HeldDays(PersonId person, string certification)
    {
        var own = periods[person];
        // Nothing but one period, and nothing that cuts it: what most have.
        if (
            own is [var only]
            && waivers[person].Count == 0
            && revocations[person].Count == 0
            && suspensions[person].Count == 0
        )
        {
            return only.Certification == certification ? [new(only.From, only.Until)] : [];
        }

        return own.Count == 0 && waivers[person].Count == 0
            ? []
            : CertificationStates.HeldDays(Of(person, certification));
    }

    private IReadOnlyList<DaySpan> WaivedDays(IReadOnlyList<Waiver> given, string certification) =>
        given.Count == 0
            ? []
            :
            [
                .. given
                    .Where(one => one.Certification == certification)
                    .Select(waiver => waiver.Days(dayOf)),
            ];

    // Most have rows of one certification, or none: the list itself then.
    private static IReadOnlyList<T> Some<T>(IReadOnlyList<T> rows, Func<T, bool> counts)
    {
        foreach (var row in rows)
        {
            if (!counts(row))
            {
                return [.. rows.Where(counts)];
            }
        }

        return rows;
    }
}
