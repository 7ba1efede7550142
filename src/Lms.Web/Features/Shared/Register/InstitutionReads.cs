using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Register;

/// <summary>
/// Institutions of the register: those of the pack, and those that an organisation added itself. They
/// name no person; which of them a viewer is offered depends on where the viewer works.
/// </summary>
public sealed class InstitutionReads(
    LmsDbContext db,
    KeptRegister kept,
    OrganisationPack pack,
    PlaceOrder order,
    CurrentViewer current
)
{
    /// <summary>Those within the viewer's scope; for who sees everyone, all.</summary>
    /// <param name="within">One territory of it alone; null for the whole scope.</param>
    public async Task<IReadOnlyList<Institution>> InScopeAsync(TerritoryCode? within = null)
    {
        var viewer = current.Viewer;
        return
        [
            .. (await kept.InstitutionsAsync()).Where(one =>
                (viewer.SeesEveryone || viewer.Territories.Contains(one.Territory))
                && (within is null || one.Territory == within)
            ),
        ];
    }

    /// <summary>
    /// Whether it is one of the viewer's: within the scope, or where someone of the scope works or worked.
    /// Foreign and unknown alike, no.
    /// </summary>
    public async Task<bool> FollowsAsync(string code) =>
        (await InScopeAsync()).Any(one => one.Code == code)
        || await db.Posts.AnyAsync(post => post.Institution == code);

    /// <summary>
    /// Where someone of a community may hold a post: in the scope, and in what the community lies in.
    /// </summary>
    public async Task<IReadOnlyList<Institution>> ForAsync(TerritoryCode community)
    {
        var above = Upwards(community).ToList();
        var whole = pack.Territories.Within(above[^1]);
        return
        [
            .. (await kept.InstitutionsAsync()).Where(one =>
                whole.Contains(one.Territory)
                && (
                    above.Contains(one.Territory)
                    || current.Viewer.SeesEveryone
                    || current.Viewer.Territories.Contains(one.Territory)
                )
            ),
        ];
    }

    /// <summary>Of the whole register: whoever lets people in, or asks to be let in, may name any.</summary>
    public ValueTask<IReadOnlyList<Institution>> AllAsync() => kept.InstitutionsAsync();

    public async Task<IReadOnlySet<string>> CodesAsync() =>
        (await kept.InstitutionsAsync()).Select(one => one.Code).ToHashSet(StringComparer.Ordinal);

    public Task<IReadOnlyDictionary<string, string>> NamesAsync(
        IReadOnlyCollection<string> codes,
        string language
    ) => NamesAsync(db, codes, language);

    /// <param name="codes">Null for all.</param>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        LmsDbContext db,
        IReadOnlyCollection<string>? codes,
        string language,
        CancellationToken cancel = default
    ) =>
        (
            await db
                .Institutions.AsNoTracking()
                .Where(one => codes == null || codes.Contains(one.Code))
                .ToListAsync(cancel)
        ).ToDictionary(one => one.Code, one => one.Name.In(language), StringComparer.Ordinal);

    /// <summary>As people choose them: by the place they are in, in its alphabet.</summary>
    public IReadOnlyList<CommunityGroup> Groups(IEnumerable<Institution> some, Texts texts)
    {
        var byName = StringComparer.Create(texts.Culture, ignoreCase: true);
        return
        [
            .. some.GroupBy(one => one.Territory)
                .OrderBy(group => order.Of(texts, group.Key))
                .Select(group => new CommunityGroup(
                    pack.NameOf(group.Key, texts.Language),
                    [
                        .. group
                            .Select(one => (one.Code, one.Name.In(texts.Language)))
                            .OrderBy(choice => choice.Item2, byName),
                    ]
                )),
        ];
    }

    /// <summary>The community and what it lies in, the widest last.</summary>
    private IEnumerable<TerritoryCode> Upwards(TerritoryCode community)
    {
        var seen = new HashSet<TerritoryCode>();
        for (
            TerritoryCode? place = community;
            place is { } code && seen.Add(code);
            place = pack.Territories.Find(code)?.Parent
        )
        {
            yield return code;
        }
    }
}
