using System.Linq.Expressions;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>A requirement as it reads now and read before.</summary>
/// <param name="Within">How far it reaches; null for the whole register.</param>
/// <param name="Revisions">The oldest first.</param>
public sealed record KnownRequirement(
    RequirementId Id,
    TerritoryCode? Within,
    DateTimeOffset? EndedAt,
    IReadOnlyList<RequirementRevision> Revisions
)
{
    public bool IsEnded => EndedAt is not null;

    public Requirement Rule => Revisions[^1].Rule;

    /// <summary>As it read at an instant.</summary>
    public Requirement RuleAt(DateTimeOffset instant) =>
        (Revisions.LastOrDefault(one => one.From <= instant) ?? Revisions[0]).Rule;
}

/// <summary>Reads requirements with their revisions, within the scope of the database it is given.</summary>
public static class KnownRequirements
{
    public static async Task<IReadOnlyList<KnownRequirement>> ReadAsync(
        LmsDbContext db,
        Expression<Func<RegisteredRequirement, bool>> which,
        CancellationToken cancel = default
    )
    {
        var found = await db
            .Requirements.AsNoTracking()
            .Where(which)
            .Include(one => one.Revisions)
            .OrderBy(one => one.CreatedAt)
            .ToListAsync(cancel);
        return
        [
            .. found
                .Where(one => one.Revisions.Count > 0)
                .Select(one => new KnownRequirement(
                    one.Id,
                    one.Within,
                    one.EndedAt,
                    [.. one.Revisions.OrderBy(revision => revision.Number)]
                )),
        ];
    }
}
