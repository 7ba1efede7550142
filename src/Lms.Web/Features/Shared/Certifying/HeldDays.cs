using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>The days on which many people hold some certifications; not by what they earned them.</summary>
/// <param name="plain">Certification → the periods of each person.</param>
/// <param name="special">Those with a revocation, a suspension or a waiver.</param>
/// <param name="book">All that is known of <paramref name="special"/>.</param>
public sealed class HeldDays(
    IReadOnlyDictionary<string, RowsOfPeople<DaySpan>> plain,
    IReadOnlySet<PersonId> special,
    CertificationBook book
)
{
    /// <summary>Joined. The same as <see cref="CertificationBook.HeldDays"/> says.</summary>
    public IReadOnlyList<DaySpan> Of(PersonId person, string certification)
    {
        if (special.Contains(person))
        {
            return book.HeldDays(person, certification);
        }

        var periods = plain[certification][person];
        return periods.Count <= 1 ? periods : DaySpans.Joined(periods);
    }
}
