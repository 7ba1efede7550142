namespace Lms.Web.Content.Pack;

/// <summary>
/// A border between two meetings, with what each of its points matters: the area of the triangle that
/// is lost with it (Visvalingam and Whyatt, 1993). The ends always stay.
/// </summary>
internal sealed class MapLine
{
    // So that no loop and no strip between two lines with the same ends falls flat.
    private const int LeastInside = 2;

    private readonly MapPoint[] points;
    private readonly double[] weight;

    public MapLine(MapPoint[] points)
    {
        this.points = points;
        weight = Weigh(points);
        foreach (
            var at in Enumerable
                .Range(1, Math.Max(0, points.Length - 2))
                .OrderByDescending(at => weight[at])
                .Take(LeastInside)
        )
        {
            weight[at] = double.MaxValue;
        }
    }

    public IEnumerable<MapPoint> Above(double least) =>
        points.Where((_, at) => weight[at] >= least);

    private static double[] Weigh(MapPoint[] points)
    {
        var last = points.Length - 1;
        var found = new double[points.Length];
        (found[0], found[last]) = (double.MaxValue, double.MaxValue);
        var (before, after) = (new int[points.Length], new int[points.Length]);
        var queue = new PriorityQueue<(int At, double Area), double>();
        for (var at = 0; at <= last; at++)
        {
            (before[at], after[at]) = (at - 1, at + 1);
        }

        var current = new double[points.Length];
        for (var at = 1; at < last; at++)
        {
            Put(at);
        }

        var reached = 0.0;
        while (queue.TryDequeue(out var next, out _))
        {
            if (found[next.At] > 0 || current[next.At] != next.Area)
            {
                continue;
            }

            // Never less than what went before: it went first.
            reached = Math.Max(reached, next.Area);
            found[next.At] = Math.Max(reached, double.Epsilon);
            var (left, right) = (before[next.At], after[next.At]);
            (after[left], before[right]) = (right, left);
            foreach (var side in new[] { left, right })
            {
                if (side > 0 && side < last)
                {
                    Put(side);
                }
            }
        }

        return found;

        void Put(int at)
        {
            current[at] = Area(points[before[at]], points[at], points[after[at]]);
            queue.Enqueue((at, current[at]), current[at]);
        }
    }

    private static double Area(MapPoint a, MapPoint b, MapPoint c) =>
        Math.Abs(
            ((b.East - a.East) * (c.North - a.North)) - ((c.East - a.East) * (b.North - a.North))
        ) / 2;
}
