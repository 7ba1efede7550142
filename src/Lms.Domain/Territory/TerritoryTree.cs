using System.Collections.Frozen;

namespace Lms.Domain.Territories;

/// <summary>The territories of one pack by code, and which communities lie within which.</summary>
public sealed class TerritoryTree
{
    private readonly FrozenDictionary<TerritoryCode, Territory> byCode;
    private readonly ILookup<TerritoryCode, Territory> children;
    private readonly string countedLevel;

    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public TerritoryTree(IReadOnlyList<TerritoryLevel> levels, IEnumerable<Territory> territories)
    {
        Levels = levels;
        countedLevel = levels.Single(level => level.IsCounted).Code;
        var all = territories.ToList();
        byCode = all.ToFrozenDictionary(territory => territory.Code);
        children = all.Where(territory => territory.Parent is not null)
            .ToLookup(territory => territory.Parent!.Value);
    }

    /// <summary>From the widest to the narrowest.</summary>
    public IReadOnlyList<TerritoryLevel> Levels { get; }

    public IEnumerable<Territory> All => byCode.Values;

    public Territory? Find(TerritoryCode code) => byCode.GetValueOrDefault(code);

    public bool IsCommunity(TerritoryCode code) => Find(code)?.Level == countedLevel;

    /// <summary>The codes of the communities within <paramref name="code"/>, itself included.</summary>
    public IReadOnlySet<TerritoryCode> CommunitiesWithin(TerritoryCode code) =>
        Within(code).Where(IsCommunity).ToHashSet();

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
}
