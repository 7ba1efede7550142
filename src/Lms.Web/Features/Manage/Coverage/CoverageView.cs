using Lms.Domain.Coverage;
using Lms.Domain.People;
using Lms.Domain.Territories;

namespace Lms.Web.Features.Manage.Coverage;

/// <summary>A community or an institution as a manager sees it on the chosen day.</summary>
/// <param name="Later">The states on the days ahead, in their order.</param>
public sealed record PlaceRow(
    string Code,
    string Name,
    TerritoryCode Community,
    CoverageAnswer Answer,
    IReadOnlyList<CoverageState> Later,
    IReadOnlyList<NamedCover> People,
    int OthersShared,
    ContactRow? Contact
)
{
    public bool HasGap =>
        Answer.Missing > 0 || Answer.State is CoverageState.Expiring or CoverageState.OnePersonOnly;
}

/// <summary>Someone within the viewer's scope who counts in a place.</summary>
/// <param name="Until">The last day; null when no end is known.</param>
public sealed record NamedCover(PersonId Id, string Name, bool IsShared, DateOnly? Until);

public sealed record ContactRow(string Name, string Number, DateOnly VerifiedOn, bool IsOverdue);

/// <summary>The communities of a wider territory together: each person once.</summary>
public sealed record RollUp(
    TerritoryCode Code,
    string Name,
    string Level,
    IReadOnlyDictionary<CoverageState, int> Counts,
    int People
)
{
    public int Of(CoverageState state) => Counts.GetValueOrDefault(state);
}

public sealed record CoverageView(
    IReadOnlyList<PlaceRow> Places,
    IReadOnlyDictionary<CoverageState, int> Counts,
    int People,
    IReadOnlyList<RollUp> RollUps,
    IReadOnlyList<NamedCover> Away,
    IReadOnlyList<(TerritoryCode Code, string Name)> Widers
)
{
    public int Of(CoverageState state) => Counts.GetValueOrDefault(state);
}
