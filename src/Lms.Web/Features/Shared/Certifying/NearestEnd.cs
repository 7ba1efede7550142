using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>The certification of the viewer that ends first, and what they owe of changed courses.</summary>
/// <param name="Changed">The earliest due of them; null when nothing is owed.</param>
public sealed record Nearest(
    OfferedCertification? Certification,
    DateOnly End,
    OwedChange? Changed
);

public sealed class NearestEnd(
    LmsDbContext db,
    CurrentViewer current,
    CertificationReads reads,
    OwedChanges changes,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <summary>Null when there is nothing to say.</summary>
    public async Task<Nearest?> FindAsync()
    {
        if (current.Viewer.Person is not { } person || pack.Certifications.Count == 0)
        {
            return null;
        }

        var today = pack.DayOf(time.Now());
        var book = await reads.ReadAsync(db, [person], withSteps: false);
        var ends = pack
            .Certifications.Select(one =>
                (
                    Certification: one,
                    End: CertificationStates.EndOn(book.Of(person, one.Code), today)
                )
            )
            .Where(one => one.End is not null)
            .OrderBy(one => one.End)
            .ToList();
        var owed = (await changes.OfAsync(db, person)).MinBy(one => one.DueOn);
        return (ends, owed) switch
        {
            ([], null) => null,
            ([], _) => new(null, default, owed),
            ([var first, ..], _) => new(first.Certification, first.End!.Value, owed),
        };
    }
}
