using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Register;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People;

/// <summary>
/// Whether the community and the institution that an address names are the viewer's: of others an empty
/// list would be untrue.
/// </summary>
public sealed class FollowPlace(
    LmsDbContext db,
    InstitutionReads institutions,
    CurrentViewer current,
    OrganisationPack pack
)
{
    public async Task<bool> FollowsAsync(PeopleFilter filter) =>
        (filter.Community.Length == 0 || await FollowsAsync(filter.Community))
        && (filter.Institution.Length == 0 || await institutions.FollowsAsync(filter.Institution));

    // People of the scope may be of a community that is no longer among the territories.
    private async Task<bool> FollowsAsync(string community)
    {
        var code = new Domain.Territories.TerritoryCode(community);
        return current.Viewer.FollowsCommunity(code, pack.Territories)
            || await db.People.AnyAsync(one => one.Community == code);
    }
}
