using System.Runtime.InteropServices;

namespace Lms.Web.Content.Pack;

/// <summary>A place on the earth in hundred-thousandths of a degree: what two communities share is equal.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MapPoint(int Longitude, int Latitude)
{
    private const double Parts = 100_000;

    public static MapPoint Of(double longitude, double latitude) =>
        longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90
            ? new((int)Math.Round(longitude * Parts), (int)Math.Round(latitude * Parts))
            : throw new FormatException();

    public double East => Longitude / Parts;

    public double North => Latitude / Parts;
}

/// <summary>A closed line; its last point leads to its first.</summary>
internal sealed record MapRing(IReadOnlyList<MapPoint> Points)
{
    /// <summary>Null when too few points are left to enclose anything.</summary>
    public static MapRing? Of(IReadOnlyList<MapPoint> written)
    {
        var points = new List<MapPoint>(written.Count);
        foreach (var point in written)
        {
            if (points.Count == 0 || points[^1] != point)
            {
                points.Add(point);
            }
        }

        if (points.Count > 1 && points[0] == points[^1])
        {
            points.RemoveAt(points.Count - 1);
        }

        return points.Count < 3 ? null : new(points);
    }
}
