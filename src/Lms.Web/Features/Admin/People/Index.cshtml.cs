using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.People;

/// <summary>People and logins of the whole register, found by surname, login, role and community.</summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class IndexModel(RegisterReads reads, CurrentViewer current, OrganisationPack pack)
    : PageModel
{
    private const int PerPage = 50;

    public RegisterFilter Filter { get; private set; } = new("", null, "");

    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];

    public int Found { get; private set; }

    /// <summary>The last row shown, when more follow.</summary>
    public Guid? Next { get; private set; }

    public bool IsFirst { get; private set; } = true;

    /// <summary>The address names no community: an empty list would be untrue.</summary>
    public bool IsElsewhere { get; private set; }

    /// <summary>The same of all communities.</summary>
    public string Whole => AddressOf(Filter with { Community = "" }, null);

    public OrganisationPack Pack => pack;

    /// <summary>Those that people work for, by name.</summary>
    public IReadOnlyList<(string Code, string Name)> Communities { get; private set; } = [];

    public async Task OnGetAsync(string? q, string? role, string? community, Guid? after)
    {
        Filter = new(
            q?.Trim() ?? "",
            Enum.TryParse<AccessRole>(role, out var known) && Enum.IsDefined(known) ? known : null,
            community ?? ""
        );
        var (found, communities) = await reads.FindAsync(Filter);
        if (!Knows(Filter.Community, communities))
        {
            IsElsewhere = true;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var texts = HttpContext.Texts();
        Communities =
        [
            .. communities
                .Select(place => (place.Value, texts.PlaceWords(pack, place)))
                .OrderBy(place => place.Item2, StringComparer.CurrentCulture),
        ];
        Found = found.Count;
        var begin = found.TakeWhile(row => row.Place != after).Count() + 1;
        IsFirst = begin > Found;
        var rest = found.Skip(IsFirst ? 0 : begin).ToList();
        Rows = [.. rest.Take(PerPage)];
        Next = rest.Count > PerPage ? Rows[^1].Place : null;
        await reads.RecordAsync(Rows.Count);
    }

    public string Address(Guid? after) => AddressOf(Filter, after);

    private bool Knows(string community, IReadOnlyList<TerritoryCode> workedFor) =>
        community.Length == 0
        || workedFor.Any(one => one.Value == community)
        || current.Viewer.FollowsCommunity(new(community), pack.Territories);

    private static string AddressOf(RegisterFilter filter, Guid? after)
    {
        var query = new QueryBuilder();
        Add(query, "q", filter.Query);
        Add(query, "role", filter.Role?.ToString() ?? "");
        Add(query, "community", filter.Community);
        Add(query, "after", after?.ToString() ?? "");
        return $"/admin/people{query}";
    }

    private static void Add(QueryBuilder query, string key, string value)
    {
        if (value.Length > 0)
        {
            query.Add(key, value);
        }
    }
}
