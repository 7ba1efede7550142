using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>All that the register knows of certifications, for the people it was read for.</summary>
public sealed class CertificationBook(
    ILookup<PersonId, StepDone> steps,
    ILookup<(PersonId, string), CertificationPeriod> periods,
    ILookup<PersonId, PeriodRevocation> revocations,
    ILookup<(PersonId, string), CertificationSuspension> suspensions,
    ILookup<PersonId, Waiver> waivers,
    ILookup<PersonId, DaySpan> leave,
    IReadOnlyDictionary<(PersonId, string), DateOnly> firstDue,
    Func<DateTimeOffset, DateOnly> dayOf
)
{
    /// <summary>The days a person is away, in any order.</summary>
    public IEnumerable<DaySpan> LeaveOf(PersonId person) => leave[person];

    /// <summary>Every waiver ever given to a person, the withdrawn among them.</summary>
    public IEnumerable<Waiver> WaiversOf(PersonId person) => waivers[person];

    public CertificationFacts Of(PersonId person, string certification) =>
        new()
        {
            Steps = [.. steps[person]],
            Periods = [.. periods[(person, certification)]],
            Revocations = [.. revocations[person]],
            Suspensions = [.. suspensions[(person, certification)]],
            Waivers =
            [
                .. waivers[person]
                    .Where(waiver => waiver.Certification == certification)
                    .Select(waiver => waiver.Days(dayOf)),
            ],
            Leave = [.. leave[person]],
            FirstDue = firstDue.TryGetValue((person, certification), out var due) ? due : null,
        };

    /// <summary>The days on which a person holds it, joined.</summary>
    public IReadOnlyList<DaySpan> HeldDays(PersonId person, string certification) =>
        CertificationStates.HeldDays(Of(person, certification));
}
