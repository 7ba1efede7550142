using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.Tests.Territories;

/// <summary>An invented register: an oblast of two raions with communities, and an empty raion.</summary>
internal static class Register
{
    public static readonly IReadOnlyList<TerritoryLevel> Levels =
    [
        new("oblast", new("область", "oblast"), IsCounted: false),
        new("raion", new("район", "raion"), IsCounted: false),
        new("community", new("громада", "community"), IsCounted: true),
    ];

    public static readonly TerritoryTree Tree = Of(
        Place("north", "raion", "land"),
        Place("alder", "community", "north"),
        Place("birch", "community", "north"),
        Place("south", "raion", "land"),
        Place("cedar", "community", "south"),
        Place("empty", "raion", "land"),
        Place("land", "oblast", null)
    );

    public static TerritoryTree Of(params Territory[] places) => new(Levels, places);

    public static Territory Place(string code, string level, string? parent) =>
        new()
        {
            Code = new(code),
            Level = level,
            Parent = parent is null ? null : new TerritoryCode(parent),
            Name = LocalText.Empty,
        };
}
