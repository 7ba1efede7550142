using Lms.Domain.Territories;

namespace Lms.Web.Content.Pack;

/// <summary>The communities as a picture, made from the pack's borders: small enough for a phone.</summary>
/// <param name="Shapes">By code.</param>
public sealed record TerritoryMap(IReadOnlyList<MapShape> Shapes)
{
    /// <summary>Width of the whole picture in its own units.</summary>
    public const int Width = 1000;

    /// <summary>What all outlines together may take.</summary>
    public const int MostBytes = 60_000;

    /// <summary>Whoever shows the map shows this (ODbL 1.0, 4.3).</summary>
    public const string Attribution = "© OpenStreetMap contributors";
}

/// <summary>One community.</summary>
/// <param name="Outline">The <c>d</c> of an SVG path.</param>
/// <param name="Sign">Well inside, where a sign can stand.</param>
public sealed record MapShape(TerritoryCode Code, string Outline, MapBox Box, (int X, int Y) Sign);

public sealed record MapBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public MapBox With(MapBox other) =>
        new(
            Math.Min(Left, other.Left),
            Math.Min(Top, other.Top),
            Math.Max(Right, other.Right),
            Math.Max(Bottom, other.Bottom)
        );
}
