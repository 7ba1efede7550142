using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Lms.Domain.Territories;

/// <summary>The territories of one pack by code, and which communities lie within which.</summary>
public sealed class TerritoryTree
{
    private readonly FrozenDictionary<TerritoryCode, Territory> byCode;
    private readonly ILookup<TerritoryCode, Territory> children;
    private readonly string countedLevel;

    // The tree never changes, and lists of people ask the same again for each of them.
    private readonly ConcurrentDictionary<TerritoryCode, FrozenSet<TerritoryCode>> communities =
        new();
    private readonly ConcurrentDictionary<TerritoryCode, IReadOnlyList<Territory>> above = new();

    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public TerritoryTree(IReadOnlyList<TerritoryLevel> levels, IEnumerable<Territory> territories)
    {
        Levels = levels;
        countedLevel = levels.Single(level => level.IsCounted).Code;
        var all = territories.ToList();
        byCode = all.ToFrozenDictionary(territory => territory.Code);
        Communities =
        [
            .. all.Where(territory => territory.Level == countedLevel)
                .OrderBy(territory => territory.Code.Value, StringComparer.Ordinal),
        ];
        children = all.Where(territory => territory.Parent is not null)
            .ToLookup(territory => territory.Parent!.Value);
    }

    /// <summary>From the widest to the narrowest.</summary>
    public IReadOnlyList<TerritoryLevel> Levels { get; }

    public IEnumerable<Territory> All => byCode.Values;

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<Territory> Communities { get; }

    public Territory? Find(TerritoryCode code) => byCode.GetValueOrDefault(code);

    public bool IsCommunity(TerritoryCode code) => Find(code)?.Level == countedLevel;

    /// <summary>The codes of the communities within <paramref name="code"/>, itself included.</summary>
    public IReadOnlySet<TerritoryCode> CommunitiesWithin(TerritoryCode code) =>
        byCode.ContainsKey(code)
            ? communities.GetOrAdd(code, one => Within(one).Where(IsCommunity).ToFrozenSet())
            : FrozenSet<TerritoryCode>.Empty;

    /// <summary>The territories that <paramref name="code"/> lies within, the nearest first, itself not included.</summary>
    public IReadOnlyList<Territory> Above(TerritoryCode code) =>
        above.TryGetValue(code, out var known) ? known
        : byCode.ContainsKey(code) ? above.GetOrAdd(code, one => [.. Upwards(one)])
        : [];

    /// <summary>The codes of every level within <paramref name="code"/>, itself included.</summary>
    public IReadOnlySet<TerritoryCode> Within(TerritoryCode code)
    {
        var seen = new HashSet<TerritoryCode>();
        var open = new Stack<TerritoryCode>([code]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            foreach (var child in children[next])
            {
                open.Push(child.Code);
            }
        }

        return seen;
    }

    private IEnumerable<Territory> Upwards(TerritoryCode code)
    {
        for (var at = Find(code)?.Parent; at is { } up; at = Find(up)?.Parent)
        {
            if (Find(up) is { } territory)
            {
                yield return territory;
            }
        }
    }
}
