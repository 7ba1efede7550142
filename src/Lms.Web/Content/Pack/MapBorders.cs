namespace Lms.Web.Content.Pack;

/// <summary>
/// Rings cut where three borders meet, so that a border between two communities is one line, made
/// simpler once and the same for both: nothing gapes and nothing overlaps.
/// </summary>
internal sealed class MapBorders
{
    private readonly Dictionary<MapPoint, HashSet<MapPoint>> neighbours = [];
    private readonly Dictionary<(MapPoint, MapPoint, MapPoint), MapLine> lines = [];

    public MapBorders(IEnumerable<MapRing> rings)
    {
        var all = rings.ToList();
        foreach (var ring in all)
        {
            for (var at = 0; at < ring.Points.Count; at++)
            {
                Meet(ring.Points[at], ring.Points[(at + 1) % ring.Points.Count]);
            }
        }

        foreach (var ring in all)
        {
            foreach (var (line, _) in Cut(ring))
            {
                Keep(line);
            }
        }
    }

    /// <summary>The ring again, of lines in which only what matters is left.</summary>
    /// <param name="least">Area below which a bend does not matter, in square degrees.</param>
    public IReadOnlyList<MapPoint> Simpler(MapRing ring, double least)
    {
        var points = new List<MapPoint>();
        foreach (var (line, isBackwards) in Cut(ring))
        {
            var kept = lines[KeyOf(line)].Above(least);
            // The last point of a line is the first of the next.
            points.AddRange(isBackwards ? kept.Reverse().SkipLast(1) : kept.SkipLast(1));
        }

        return points;
    }

    private void Meet(MapPoint one, MapPoint other)
    {
        Of(one).Add(other);
        Of(other).Add(one);

        HashSet<MapPoint> Of(MapPoint point) =>
            neighbours.TryGetValue(point, out var known) ? known : neighbours[point] = [];
    }

    private bool IsMeeting(MapPoint point) => neighbours[point].Count != 2;

    private IEnumerable<(MapPoint[] Line, bool IsBackwards)> Cut(MapRing ring)
    {
        var points = ring.Points;
        var meetings = Enumerable
            .Range(0, points.Count)
            .Where(at => IsMeeting(points[at]))
            .ToList();
        // A ring that meets nothing, or at one place, begins where all would say it begins.
        if (meetings.Count == 0)
        {
            meetings.Add(IndexOfFirst(points));
        }

        for (var at = 0; at < meetings.Count; at++)
        {
            var (from, to) = (meetings[at], meetings[(at + 1) % meetings.Count]);
            var count = ((to - from + points.Count - 1) % points.Count) + 2;
            MapPoint[] line =
            [
                .. Enumerable.Range(from, count).Select(index => points[index % points.Count]),
            ];
            var isBackwards = IsBackwards(line);
            if (isBackwards)
            {
                Array.Reverse(line);
            }

            yield return (line, isBackwards);
        }
    }

    // One direction for both who share it: by the ends, or in a loop by the second point.
    private static bool IsBackwards(MapPoint[] line)
    {
        var ends = Compare(line[0], line[^1]);
        return (ends == 0 ? Compare(line[1], line[^2]) : ends) > 0;
    }

    private static int Compare(MapPoint one, MapPoint other) =>
        (one.Longitude, one.Latitude).CompareTo((other.Longitude, other.Latitude));

    private static int IndexOfFirst(IReadOnlyList<MapPoint> points) =>
        Enumerable.Range(0, points.Count).MinBy(at => (points[at].Longitude, points[at].Latitude));

    private void Keep(MapPoint[] line) => lines.TryAdd(KeyOf(line), new MapLine(line));

    private static (MapPoint, MapPoint, MapPoint) KeyOf(MapPoint[] line) =>
        (line[0], line[1], line[^1]);
}
