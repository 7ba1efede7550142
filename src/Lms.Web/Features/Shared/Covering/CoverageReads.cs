using Lms.Domain.Coverage;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Covering;

/// <summary>
/// Reads what covers the communities someone may see: their own people, and those who serve them from
/// elsewhere. The latter are outside the reader's scope, so the product's own eyes look, at these
/// communities alone; names are never read here.
/// </summary>
public sealed class CoverageReads(
    LmsDatabase database,
    CertificationReads certifications,
    PeopleFacts facts,
    OrganisationPack pack
)
{
    private static readonly Viewer Reader = Viewer.System("work out coverage");

    private readonly Lazy<CoveragePlaces> everywhere = new(() =>
        PlacesOf(pack.Territories.Communities)
    );

    private readonly RowsOf<PersonId, Inhabitant> inhabitants = CompiledRows.Of(
        (LmsDbContext db, string? all, IReadOnlyCollection<PersonId> people) =>
            db
                .People.Where(person => person.MergedInto == null && person.ErasedAt == null)
                .Where(person => all != null || people.Contains(person.Id))
                .Select(person => new Inhabitant(person.Id, person.Community))
    );

    private readonly RowsOf<TerritoryCode, CommunityEvacuation> evacuated = CompiledRows.Of(
        (LmsDbContext db, string? all, IReadOnlyCollection<TerritoryCode> codes) =>
            db.Evacuations.Where(one => all != null || codes.Contains(one.Community)).AsNoTracking()
    );

    /// <summary>The communities a viewer may ask about, by code.</summary>
    public IReadOnlyList<Territory> Communities(Viewer viewer) =>
        viewer.SeesEveryone
            ? pack.Territories.Communities
            :
            [
                .. viewer
                    .Communities.Select(pack.Territories.Find)
                    .OfType<Territory>()
                    .OrderBy(one => one.Code.Value, StringComparer.Ordinal),
            ];

    /// <summary>Whether they are all that the pack has.</summary>
    public bool IsEverywhere(IReadOnlyList<Territory> communities) =>
        communities.Count == pack.Territories.Communities.Count;

    /// <param name="rules">What it will be asked about; null for every rule of the pack. What none of them asks for is not read.</param>
    public async Task<CoverageBoard> ReadAsync(
        IReadOnlyList<Territory> communities,
        IReadOnlyList<CoverageRule>? rules = null,
        CancellationToken cancel = default
    )
    {
        await using var db = database.Open(Reader);
        // One for all that follows: to open it anew for each costs more than the little some read.
        await using var connection = await HeldConnection.OpenAsync(db, cancel);
        var asked = rules ?? pack.CoverageRules;
        // Null for everywhere: then nothing is narrowed, and a thousand codes are not sent.
        var codes = IsEverywhere(communities)
            ? null
            : communities.Select(one => one.Code).ToHashSet();
        var ids = codes is null ? null : await PeopleOfAsync(db, codes, cancel);
        var levels = pack
            .Certifications.Where(one => asked.Any(rule => Counts(rule, one.Code)))
            .ToDictionary(one => one.Code, one => LevelsOf(one.Code), StringComparer.Ordinal);
        var held = await certifications.HeldAsync(db, levels.Keys, ids, cancel);
        var away = await certifications.LeaveAsync(db, ids, cancel);
        var shown = await ShownAsync(db, asked, ids, cancel);
        var posts = asked.Any(rule =>
            rule.StaffRoles.Count > 0 || rule.Unit == CoverageUnit.Institution
        )
            ? await PeopleFacts.PostsAsync(db, ids, cancel)
            : new();
        var areas = await facts.AreasAsync(db, ids, cancel);
        var people = new List<CoveragePerson>();
        foreach (var (id, community) in await inhabitants(db, ids, cancel))
        {
            var proofs = shown[id];
            foreach (var (code, reached) in levels)
            {
                var days = held.Of(id, code);
                for (var at = 0; at < days.Count; at++)
                {
                    var proof = new Proof(code, reached, days[at]);
                    proofs = proofs.Count == 0 ? [proof] : [.. proofs, proof];
                }
            }

            // Whoever has shown nothing covers nothing.
            if (proofs.Count > 0)
            {
                people.Add(
                    new()
                    {
                        Person = id,
                        Community = community,
                        Areas = areas[id],
                        Posts = posts[id],
                        Proofs = proofs,
                        Leave = away.LeaveOf(id),
                    }
                );
            }
        }

        var evacuations = await evacuated(db, codes, cancel);
        return new(
            communities,
            codes is null ? everywhere.Value : PlacesOf(communities),
            people,
            evacuations,
            asked.Any(rule => rule.Unit == CoverageUnit.Institution)
                ? await InstitutionsWithinAsync(db, codes, cancel)
                : []
        );
    }

    private static CoveragePlaces PlacesOf(IReadOnlyList<Territory> communities) =>
        new(communities.Select(one => new CoveragePlace(one.Code.Value, one.Population)));

    private async Task<List<PersonId>> PeopleOfAsync(
        LmsDbContext db,
        HashSet<TerritoryCode> codes,
        CancellationToken cancel
    )
    {
        var served = codes
            .SelectMany(code => pack.Territories.Above(code).Select(above => above.Code))
            .Concat(codes)
            .Distinct()
            .ToList();
        return await db
            .People.Where(person =>
                codes.Contains(person.Community)
                || db.ServedTerritories.Any(area =>
                    area.PersonId == person.Id && served.Contains(area.Territory)
                )
            )
            .Select(person => person.Id)
            .ToListAsync(cancel);
    }

    // Certificates of courses prove levels only: without a rule that asks for some, they are not read.
    private static async Task<RowsOfPeople<Proof>> ShownAsync(
        LmsDbContext db,
        IReadOnlyList<CoverageRule> asked,
        IReadOnlyCollection<PersonId>? people,
        CancellationToken cancel
    )
    {
        if (asked.All(rule => rule.Levels.Count == 0))
        {
            return new();
        }

        var rows = await db
            .Certificates.Where(one => people == null || people.Contains(one.PersonId))
            .Select(one => new
            {
                one.PersonId,
                one.CourseVersionId,
                one.IssuedOn,
                one.ValidUntil,
                RevokedOn = one.Revocation == null ? null : (DateOnly?)one.Revocation.RevokedOn,
            })
            .ToListAsync(cancel);
        var versions = rows.Select(row => row.CourseVersionId).Distinct().ToList();
        var manifests = await db
            .CourseVersions.Where(version => versions.Contains(version.Id))
            .Select(version => new { version.Id, version.Manifest })
            .ToDictionaryAsync(version => version.Id, version => version.Manifest, cancel);
        var levels = manifests.ToDictionary(
            one => one.Key,
            one =>
                (IReadOnlyDictionary<string, int>)
                    one.Value.Competences.ToDictionary(goal => goal.Code, goal => goal.Level)
        );
        return RowsOfPeople.Of(
            rows.Where(row => !manifests[row.CourseVersionId].IsPrivate).ToList(),
            row => row.PersonId,
            row =>
            {
                var days = DaySpan.Of(row.IssuedOn, row.ValidUntil);
                return new Proof(
                    null,
                    levels[row.CourseVersionId],
                    row.RevokedOn is { } revoked ? days.Before(revoked) : days
                );
            }
        );
    }

    // A rule that asks for levels takes them from whatever shows them.
    private static bool Counts(CoverageRule rule, string certification) =>
        rule.Certification is null || rule.Levels.Count > 0 || rule.Certification == certification;

    private Dictionary<string, int> LevelsOf(string certification) =>
        pack.Certification(certification)
            ?.Rules.Competences.ToDictionary(goal => goal.Code, goal => goal.Level)
        ?? [];

    // In the order of the pack; those that the organisation added itself come after.
    private async Task<List<Institution>> InstitutionsWithinAsync(
        LmsDbContext db,
        HashSet<TerritoryCode>? codes,
        CancellationToken cancel
    )
    {
        var order = pack.Institutions.Index().ToDictionary(one => one.Item.Code, one => one.Index);
        return
        [
            .. (await db.Institutions.AsNoTracking().ToListAsync(cancel))
                .Where(one =>
                    pack.Territories.CommunitiesWithin(one.Territory) is { Count: > 0 } within
                    && (codes is null || within.All(codes.Contains))
                )
                .OrderBy(one => order.GetValueOrDefault(one.Code, int.MaxValue))
                .ThenBy(one => one.Code, StringComparer.Ordinal),
        ];
    }

    private readonly record struct Inhabitant(PersonId Id, TerritoryCode Community);
}
