using System.Linq.Expressions;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>
/// The communities a report counts: those of the viewer, within what was chosen. The filter of the
/// database holds anyway; this leaves out the viewer's own record where it lies elsewhere.
/// </summary>
/// <param name="Codes">Null for everywhere.</param>
public sealed record ReportScope(IReadOnlyList<TerritoryCode>? Codes)
{
    public static ReportScope Of(Viewer viewer, TerritoryCode? within, OrganisationPack pack)
    {
        var chosen = within is { } code ? pack.Territories.CommunitiesWithin(code) : null;
        return viewer.SeesEveryone
            ? new(chosen?.ToList())
            : new([.. viewer.Communities.Where(one => chosen?.Contains(one) != false)]);
    }

    public Expression<Func<Person, bool>> People =>
        Codes is { } codes
            ? person =>
                codes.Contains(person.Community)
                && person.MergedInto == null
                && person.ErasedAt == null
            : person => person.MergedInto == null && person.ErasedAt == null;

    public bool Has(TerritoryCode community) => Codes?.Contains(community) != false;

    /// <summary>The people whose rows are counted.</summary>
    public IQueryable<Person> PeopleOf(LmsDbContext db) => db.People.Where(People);
}
