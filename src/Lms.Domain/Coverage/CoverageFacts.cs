using System.Collections.Concurrent;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.Coverage;

/// <summary>A community or an institution that is to be covered.</summary>
/// <param name="Code">Of the territory, or of the institution.</param>
/// <param name="Population">Null when not known.</param>
public sealed record CoveragePlace(string Code, int? Population = null)
{
    /// <summary>When nobody is to be served there, and why: one at a time.</summary>
    public IReadOnlyList<Evacuation> Evacuations { get; init; } = [];

    internal Evacuation? EvacuationOn(DateOnly day)
    {
        for (var at = 0; at < Evacuations.Count; at++)
        {
            if (Evacuations[at].Days.Has(day))
            {
                return Evacuations[at];
            }
        }

        return null;
    }
}

/// <summary>Places in their order, found by code.</summary>
public sealed class CoveragePlaces
{
    private readonly CoveragePlace[] places;
    private readonly Dictionary<string, int> numbers;

    // By the rule itself, of which a pack has a few.
    private readonly ConcurrentDictionary<CoverageRule, CoverageAnswer[]> withNobody;

    public CoveragePlaces(IEnumerable<CoveragePlace> places)
    {
        this.places = [.. places];
        withNobody = new(ReferenceEqualityComparer.Instance);
        numbers = new(this.places.Length, StringComparer.Ordinal);
        for (var at = 0; at < this.places.Length; at++)
        {
            numbers[this.places[at].Code] = at;
        }
    }

    private CoveragePlaces(CoveragePlace[] places, CoveragePlaces like)
    {
        this.places = places;
        (numbers, withNobody) = (like.numbers, like.withNobody);
    }

    public int Count => places.Length;

    public CoveragePlace this[int at] => places[at];

    public int? Find(string code) => numbers.TryGetValue(code, out var at) ? at : null;

    /// <summary>
    /// What is answered of each while nobody counts there and it is not evacuated, whatever the day: of most
    /// of a country at first. Worked out once.
    /// </summary>
    internal IReadOnlyList<CoverageAnswer> WithNobody(CoverageRule rule) =>
        withNobody.GetOrAdd(
            rule,
            static (rule, places) =>
                Array.ConvertAll(
                    places,
                    place =>
                        PlaceCoverage.On(
                            rule,
                            place with
                            {
                                Evacuations = [],
                            },
                            [],
                            DateOnly.MinValue
                        )
                ),
            places
        );

    /// <summary>The same places, of which some are evacuated at times.</summary>
    public CoveragePlaces With(IEnumerable<(string Code, Evacuation Gone)> evacuations)
    {
        var some = (CoveragePlace[])places.Clone();
        foreach (var (code, gone) in evacuations)
        {
            if (Find(code) is { } at)
            {
                some[at] = some[at] with { Evacuations = [.. some[at].Evacuations, gone] };
            }
        }

        return new(some, this);
    }
}

public sealed record Evacuation(DaySpan Days, string Reason);

/// <summary>What a person brings to coverage.</summary>
public sealed record CoveragePerson
{
    public required PersonId Person { get; init; }

    public required TerritoryCode Community { get; init; }

    /// <summary>Communities served beside the own one: there the person counts as shared.</summary>
    public IReadOnlyList<ServiceArea> Areas { get; init; } = [];

    public IReadOnlyList<HeldPost> Posts { get; init; } = [];

    public IReadOnlyList<Proof> Proofs { get; init; } = [];

    /// <summary>The days on which the person is away, in any order.</summary>
    public IReadOnlyList<DaySpan> Leave { get; init; } = [];
}

/// <summary>A certification held, or a certificate of a course, and what its holder has shown.</summary>
/// <param name="Certification">Its code; null for the certificate of a course.</param>
/// <param name="Levels">Competence → level.</param>
public sealed record Proof(
    string? Certification,
    IReadOnlyDictionary<string, int> Levels,
    DaySpan Days
);
