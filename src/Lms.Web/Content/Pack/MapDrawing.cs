using System.Globalization;
using System.Text;
using Lms.Domain.Territories;

namespace Lms.Web.Content.Pack;

/// <summary>Draws borders as outlines on a plane, as simply as the bytes ask for.</summary>
internal sealed class MapDrawing
{
    private const int Steps = 6;
    private const int ScanLines = 15;

    // Square degrees: a garden, and a continent.
    private const double Finest = 1e-8;
    private const double Coarsest = 100;

    private readonly IReadOnlyList<(TerritoryCode Code, List<MapRing> Rings)> features;
    private readonly MapBorders borders;
    private readonly double west;
    private readonly double north;
    private readonly double acrossScale;
    private readonly double downScale;

    private MapDrawing(IReadOnlyList<(TerritoryCode Code, List<MapRing> Rings)> features)
    {
        this.features = features;
        borders = new(features.SelectMany(feature => feature.Rings));
        var points = features
            .SelectMany(feature => feature.Rings)
            .SelectMany(ring => ring.Points)
            .ToList();
        (west, north) = (points.Min(one => one.East), points.Max(one => one.North));
        var (east, south) = (points.Max(one => one.East), points.Min(one => one.North));
        // Degrees of longitude shrink toward the pole: true in the middle of the map.
        var shrink = Math.Cos((north + south) / 2 * Math.PI / 180);
        acrossScale = TerritoryMap.Width / Math.Max(east - west, 0.001);
        downScale = acrossScale / shrink;
    }

    public static TerritoryMap Of(IReadOnlyList<(TerritoryCode Code, List<MapRing> Rings)> features)
    {
        var drawing = new MapDrawing(features);
        var shapes = drawing.Draw(0);
        if (Fits(shapes))
        {
            return new(shapes);
        }

        // The finest that fits: first some that does, then halves between it and the last that did not.
        var (fine, coarse) = (0.0, Finest);
        while (!Fits(shapes = drawing.Draw(coarse)) && coarse < Coarsest)
        {
            (fine, coarse) = (coarse, coarse * 4);
        }

        for (var step = 0; step < Steps; step++)
        {
            var middle = (fine + coarse) / 2;
            var tried = drawing.Draw(middle);
            if (Fits(tried))
            {
                (coarse, shapes) = (middle, tried);
            }
            else
            {
                fine = middle;
            }
        }

        return new(shapes);
    }

    private static bool Fits(List<MapShape> shapes) =>
        shapes.Sum(shape => shape.Outline.Length) <= TerritoryMap.MostBytes;

    private List<MapShape> Draw(double least) =>
        [
            .. features
                .Select(feature => Shape(feature.Code, feature.Rings, least))
                .OfType<MapShape>()
                .OrderBy(shape => shape.Code.Value, StringComparer.Ordinal),
        ];

    private MapShape? Shape(TerritoryCode code, List<MapRing> rings, double least)
    {
        var outline = new StringBuilder();
        var drawn = new List<List<(int X, int Y)>>();
        foreach (var ring in rings)
        {
            var line = OnPlane(borders.Simpler(ring, least));
            if (line.Count > 2)
            {
                drawn.Add(line);
                Write(outline, line);
            }
        }

        if (drawn.Count == 0)
        {
            return null;
        }

        var all = drawn.SelectMany(line => line).ToList();
        var box = new MapBox(
            all.Min(one => one.X),
            all.Min(one => one.Y),
            all.Max(one => one.X),
            all.Max(one => one.Y)
        );
        return new(code, outline.ToString(), box, SignOf(drawn, box));
    }

    private List<(int X, int Y)> OnPlane(IReadOnlyList<MapPoint> points)
    {
        var line = new List<(int X, int Y)>(points.Count);
        foreach (var point in points)
        {
            var place = (
                (int)Math.Round((point.East - west) * acrossScale),
                (int)Math.Round((north - point.North) * downScale)
            );
            if (line.Count == 0 || line[^1] != place)
            {
                line.Add(place);
            }
        }

        if (line.Count > 1 && line[0] == line[^1])
        {
            line.RemoveAt(line.Count - 1);
        }

        return line;
    }

    private static void Write(StringBuilder outline, List<(int X, int Y)> line)
    {
        outline.Append(CultureInfo.InvariantCulture, $"M{line[0].X} {line[0].Y}l");
        for (var at = 1; at < line.Count; at++)
        {
            var (across, down) = (line[at].X - line[at - 1].X, line[at].Y - line[at - 1].Y);
            var gap = at > 1 && across >= 0 ? " " : "";
            outline.Append(
                CultureInfo.InvariantCulture,
                $"{gap}{across}{(down < 0 ? "" : " ")}{down}"
            );
        }

        outline.Append('z');
    }

    /// <summary>The middle of the widest way through, holes left out.</summary>
    private static (int X, int Y) SignOf(List<List<(int X, int Y)>> lines, MapBox box)
    {
        var best = (Width: -1.0, X: (box.Left + box.Right) / 2.0, Y: (box.Top + box.Bottom) / 2.0);
        for (var scan = 1; scan < ScanLines; scan++)
        {
            var y = box.Top + (box.Height * scan / (double)ScanLines) + 0.01;
            var cuts = lines.SelectMany(line => Cuts(line, y)).Order().ToList();
            for (var at = 0; at + 1 < cuts.Count; at += 2)
            {
                // Rather near the middle: the width counts less toward the ends.
                var off = Math.Abs((scan / (double)ScanLines) - 0.5);
                var width = (cuts[at + 1] - cuts[at]) * (1 - off);
                if (width > best.Width)
                {
                    best = (width, (cuts[at] + cuts[at + 1]) / 2, y);
                }
            }
        }

        return ((int)Math.Round(best.X), (int)Math.Round(best.Y));
    }

    private static IEnumerable<double> Cuts(List<(int X, int Y)> line, double y)
    {
        for (var at = 0; at < line.Count; at++)
        {
            var (one, other) = (line[at], line[(at + 1) % line.Count]);
            if (one.Y > y != other.Y > y)
            {
                yield return one.X + ((y - one.Y) / (other.Y - one.Y) * (other.X - one.X));
            }
        }
    }
}
