using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People;

public sealed record CommunityChoice(string Code, string Name, int People);

/// <summary>The people a manager follows, found and paged on the database: a register of a country has no other way.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class IndexModel(
    LmsDbContext db,
    PeopleRows rows,
    InstitutionReads institutions,
    KeptRegister kept,
    FollowPlace place,
    LookedAt looked,
    PlaceOrder order,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public const int PerPage = 50;

    // More than these are a list to choose from, not a wall of chips.
    private const int MostChips = 8;
    private const int MostWithInstitutions = 100;

    public PeopleFilter Filter { get; private set; } = PeopleFilter.Of(null, null, null, null);

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>Everyone in the viewer's scope.</summary>
    public int InScope { get; private set; }

    public int Found { get; private set; }

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public IReadOnlyList<CommunityChoice> Communities { get; private set; } = [];

    public IReadOnlyList<CommunityGroup> Institutions { get; private set; } = [];

    /// <summary>
    /// The address names a community or an institution that is none of the viewer's: an empty list would be
    /// untrue.
    /// </summary>
    public bool IsElsewhere { get; private set; }

    /// <summary>The same of all the viewer's communities.</summary>
    public string Whole => AddressOf(Filter with { Community = "", Institution = "" }, 1);

    public OrganisationPack Pack => pack;

    public bool HasChips => Communities.Count is > 1 and <= MostChips;

    public bool HasList => Communities.Count > MostChips;

    public async Task OnGetAsync(
        string? q,
        string? community,
        string? role,
        string? institution,
        int p = 1
    )
    {
        // One for all that follows: to open it anew for each costs more than the little some read.
        await using var held = await HeldConnection.OpenAsync(db);
        Filter = PeopleFilter.Of(q, community, role, institution);
        var texts = HttpContext.Texts();
        Communities = await ChoicesAsync(texts);
        InScope = Communities.Sum(one => one.People);
        if (!await place.FollowsAsync(Filter))
        {
            IsElsewhere = true;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var found = Filter.Of(db, pack.DayOf(time.Now()));
        // A first page that is not full has counted itself.
        People = p > 1 ? [] : await PageAsync(found, 1, texts);
        Found =
            Filter.IsEmpty ? InScope
            : p <= 1 && People.Count < PerPage ? People.Count
            : await found.CountAsync();
        Pages = Math.Max(1, (Found + PerPage - 1) / PerPage);
        Number = Math.Clamp(p, 1, Pages);
        if (p > 1)
        {
            People = await PageAsync(found, Number, texts);
        }

        Institutions = institutions.Groups(await OfferedAsync(), texts);
        await looked.ListAsync(People.Count);
    }

    private Task<IReadOnlyList<PersonRow>> PageAsync(
        IQueryable<Person> found,
        int number,
        Texts texts
    ) =>
        rows.ReadAsync(
            found
                .OrderBy(one => one.SortKey)
                .ThenBy(one => one.Id)
                .Skip((number - 1) * PerPage)
                .Take(PerPage),
            texts
        );

    /// <summary>This view with another community or page: a view can be sent as its address.</summary>
    public string Address(string community, int number) =>
        AddressOf(Filter with { Community = community }, number);

    private static string AddressOf(PeopleFilter filter, int number)
    {
        var query = filter.Address();
        PeopleFilter.Add(
            query,
            "p",
            number > 1 ? number.ToString(CultureInfo.InvariantCulture) : ""
        );
        return $"/manage/people{query}";
    }

    // Of a whole country they are offered once a community is chosen.
    private async Task<IReadOnlyList<Institution>> OfferedAsync() =>
        Filter.Community.Length > 0
            ? await institutions.InScopeAsync(new TerritoryCode(Filter.Community))
        : Communities.Count <= MostWithInstitutions ? await institutions.InScopeAsync()
        : [];

    private async Task<IReadOnlyList<CommunityChoice>> ChoicesAsync(Texts texts)
    {
        var places = order.In(texts);
        return
        [
            .. (await kept.PeopleAsync(db))
                .Select(one => (Place: places.Find(one.Community), one.People))
                .OrderBy(one => one.Place.Rank)
                .Select(one => new CommunityChoice(
                    one.Place.Code.Value,
                    one.Place.Name,
                    one.People
                )),
        ];
    }
}
