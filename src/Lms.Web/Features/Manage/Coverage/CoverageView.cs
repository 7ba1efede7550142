using Lms.Domain.Coverage;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Covering;

namespace Lms.Web.Features.Manage.Coverage;

/// <summary>A community or an institution as a manager sees it on the chosen day.</summary>
/// <param name="At">Its number on the board.</param>
/// <param name="Place">The community.</param>
public sealed record PlaceRow(int At, string Name, NamedPlace Place, CoverageAnswer Answer)
{
    public string Code => Answer.Place;

    public TerritoryCode Community => Place.Code;

    /// <summary>The states on the days ahead, in their order: as the rest, of the places that are shown alone.</summary>
    public IReadOnlyList<CoverageState> Later { get; init; } = [];

    public IReadOnlyList<NamedCover> People { get; init; } = [];

    public int OthersShared { get; init; }

    public ContactRow? Contact { get; init; }

    public bool HasGap =>
        Answer.Missing > 0 || Answer.State is CoverageState.Expiring or CoverageState.OnePersonOnly;
}

/// <summary>Someone within the viewer's scope who counts in a place.</summary>
/// <param name="Until">The last day; null when no end is known.</param>
public sealed record NamedCover(PersonId Id, string Name, bool IsShared, DateOnly? Until);

public sealed record ContactRow(string Name, string Number, DateOnly VerifiedOn, bool IsOverdue);

/// <summary>How many places are in each state.</summary>
public sealed class StateCounts
{
    private readonly int[] counts = new int[CoverageWords.States.Count];

    public int Of(CoverageState state) => counts[(int)state];

    public int All { get; private set; }

    public void Add(CoverageState state)
    {
        counts[(int)state]++;
        All++;
    }
}

/// <summary>The communities of a wider territory together: each person once.</summary>
public sealed record RollUp(
    TerritoryCode Code,
    string Name,
    string Level,
    StateCounts Counts,
    int People
);

/// <param name="Places">All that were asked for, in their order, without their people.</param>
public sealed record CoverageView(
    IReadOnlyList<PlaceRow> Places,
    StateCounts Counts,
    int People,
    IReadOnlyList<RollUp> RollUps,
    IReadOnlyList<NamedCover> Away,
    IReadOnlyList<(TerritoryCode Code, string Name)> Widers
)
{
    // A page that a phone on a weak link can wait for: 60 places with their people are some 110 kB, packed
    // a tenth of that.
    public const int PerPage = 60;

    /// <summary>Those on the page, with their people.</summary>
    public IReadOnlyList<PlaceRow> Shown { get; init; } = Places;

    /// <summary>From 1.</summary>
    public int Number { get; private init; } = 1;

    public int Pages => Math.Max(1, (Places.Count + PerPage - 1) / PerPage);

    public CoverageView OnPage(int number)
    {
        var at = Math.Clamp(number, 1, Pages);
        var shown = Shown.Count == Places.Count ? Shown : Places;
        return this with { Shown = [.. shown.Skip((at - 1) * PerPage).Take(PerPage)], Number = at };
    }
}
