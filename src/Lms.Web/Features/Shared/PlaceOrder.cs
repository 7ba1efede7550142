using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The places of the pack by name, and in the order of their names. A language sorts a thousand names
/// in milliseconds, and they never change: it is done once.
/// </summary>
public sealed class PlaceOrder(OrganisationPack pack)
{
    private readonly ConcurrentDictionary<string, NamedPlaces> places = new();

    /// <summary>Where the name stands among all; those of no place of the pack come last.</summary>
    public int Of(Texts texts, TerritoryCode code) => In(texts).Find(code).Rank;

    public NamedPlaces In(Texts texts) =>
        places.GetOrAdd(
            texts.Language,
            static (_, both) => Read(both.pack, both.texts),
            (pack, texts)
        );

    private static NamedPlaces Read(OrganisationPack pack, Texts texts)
    {
        var territories = pack.Territories;
        var all = territories
            .All.Select(one => (one.Code, Name: texts.PlaceWords(pack, one.Code)))
            .OrderBy(one => one.Name, StringComparer.Create(texts.Culture, ignoreCase: true))
            .ThenBy(one => one.Code.Value, StringComparer.Ordinal)
            .Select(
                (one, at) =>
                    new NamedPlace(one.Code, at, one.Name, [.. territories.Above(one.Code)])
            )
            .ToList();
        var wider = all.Where(one =>
            !territories.IsCommunity(one.Code) && territories.CommunitiesWithin(one.Code).Count > 1
        );
        var communities = territories
            .Communities.Select((one, at) => (at, one.Code))
            .ToDictionary(one => one.Code, one => one.at);
        return new(
            all,
            [.. wider.Select(one => (one.Code, one.Name))],
            [
                .. all.Where(one => communities.ContainsKey(one.Code))
                    .Select(one => (communities[one.Code], one)),
            ]
        );
    }
}

/// <param name="Rank">Where the name stands among all.</param>
/// <param name="Above">The territories it lies within, the nearest first.</param>
public sealed record NamedPlace(
    TerritoryCode Code,
    int Rank,
    string Name,
    ImmutableArray<Territory> Above
);

/// <summary>The places of the pack in one language.</summary>
/// <param name="all">By name.</param>
/// <param name="wider">Those of them that more than one community lies in.</param>
/// <param name="communities">The communities among them, each with its number in the pack.</param>
public sealed class NamedPlaces(
    IReadOnlyList<NamedPlace> all,
    IReadOnlyList<(TerritoryCode Code, string Name)> wider,
    IReadOnlyList<(int At, NamedPlace Place)> communities
)
{
    private readonly FrozenDictionary<TerritoryCode, NamedPlace> byCode = all.ToFrozenDictionary(
        one => one.Code
    );

    public IReadOnlyList<(TerritoryCode Code, string Name)> Wider => wider;

    public IReadOnlyList<(int At, NamedPlace Place)> Communities => communities;

    /// <summary>Those that more than one of the given communities lies in, by name.</summary>
    public IReadOnlyList<(TerritoryCode Code, string Name)> WiderThan(
        IEnumerable<TerritoryCode> communities
    ) =>
        [
            .. communities
                .SelectMany(one => Find(one).Above)
                .CountBy(above => above.Code)
                .Where(one => one.Value > 1)
                .Select(one => Find(one.Key))
                .OrderBy(one => one.Rank)
                .Select(one => (one.Code, one.Name)),
        ];

    /// <summary>One that is no place of the pack is called by its code, and comes last.</summary>
    public NamedPlace Find(TerritoryCode code) =>
        byCode.GetValueOrDefault(code) ?? new(code, int.MaxValue, code.Value, []);
}
