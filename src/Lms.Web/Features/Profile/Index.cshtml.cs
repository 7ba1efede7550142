using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Profile;

/// <param name="Latin">As certificates in English print the name; empty when it was not given.</param>
public sealed record OwnEntry(
    PersonName Name,
    string Latin,
    TerritoryCode Community,
    IReadOnlyList<Post> Posts
);

/// <summary>
/// What the register says of whoever looks. It is corrected by those who know the person, not here: a
/// certificate is issued in this name.
/// </summary>
public sealed class IndexModel(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public OrganisationPack Pack => pack;

    public string Login { get; private set; } = "";

    /// <summary>Null for a login that belongs to no person of the register.</summary>
    public OwnEntry? Own { get; private set; }

    /// <summary>Those that hold today.</summary>
    public IReadOnlyList<Grant> Rights { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var today = pack.DayOf(time.Now());
        var account = await db
            .Accounts.AsNoTracking()
            .Where(one => one.Id == current.Viewer.Account)
            .Select(one => new { one.UserName, one.Grants })
            .SingleAsync();
        Login = account.UserName ?? "";
        Rights =
        [
            .. account
                .Grants.Where(grant => grant.From <= today && !(grant.To < today))
                .OrderBy(grant => grant.Role)
                .ThenBy(grant => grant.From),
        ];
        if (current.Viewer.Person is { } person)
        {
            var own = await db
                .People.AsNoTracking()
                .Include(one => one.Posts)
                .SingleAsync(one => one.Id == person);
            Own = new(
                own.Name,
                own.LatinName ?? "",
                own.Community,
                [.. own.Posts.OrderByDescending(post => post.From)]
            );
        }
    }
}
