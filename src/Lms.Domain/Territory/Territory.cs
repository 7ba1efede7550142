using Lms.Domain.Shared;

namespace Lms.Domain.Territories;

/// <summary>
/// The code a public register gives a territory, as the organisation pack writes it; never parsed.
/// </summary>
public readonly record struct TerritoryCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// A level the organisation pack names, from the widest: here oblast, raion, community.
/// Exactly one level is <see cref="IsCounted"/>: its territories are the communities that people
/// belong to and that coverage counts.
/// </summary>
public sealed record TerritoryLevel(string Code, LocalText Name, bool IsCounted);

/// <summary>
/// A place of the register. Names are editable, codes stay. A <em>community</em> is a territory of
/// the counted level.
/// </summary>
public sealed class Territory
{
    public required TerritoryCode Code { get; init; }

    public required string Level { get; set; }

    public TerritoryCode? Parent { get; set; }

    public required LocalText Name { get; set; }

    /// <summary>What the register calls the kind of place (urban, rural …); empty when it does not.</summary>
    public string Kind { get; set; } = "";

    /// <summary>People living there; null when not known.</summary>
    public int? Population { get; set; }
}
