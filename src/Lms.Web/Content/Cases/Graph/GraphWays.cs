using System.Globalization;

namespace Lms.Web.Content.Cases.Graph;

/// <param name="Shape">The line with its arrow, or the mark of a breach.</param>
/// <param name="Words">The number of the choice, and what is counted of it; at X and Y.</param>
internal sealed record GraphWay(string Shape, string Words, int X, int Y);

/// <summary>The lines that leave one scene: down to a later row, else around the right side.</summary>
internal static class GraphWays
{
    private const int Bow = 52;
    private const int NumberDown = 16;

    public static IEnumerable<GraphWay> Of(GraphLayout layout, PlacedScene from, GraphCounts counts)
    {
        var choices = from.Scene.Choices;
        for (var index = 0; index < choices.Count; index++)
        {
            var x = from.X + (GraphLayout.BoxWidth * (index + 1) / (choices.Count + 1));
            var y = from.Y + GraphLayout.BoxHeight;
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            var counted = counts.OfChoice(from.Scene.Id, index);
            var words = counted.Length == 0 ? number : $"{number}: {counted}";
            var to = layout.Places.GetValueOrDefault(choices[index].Next);
            if (choices[index].IsBreach)
            {
                yield return new(Breach(x, y), words, x, y + NumberDown + 14);
            }
            else if (to is not null)
            {
                yield return to.Layer > from.Layer
                    ? new(Down(x, y, to), words, x, y + NumberDown)
                    : new(Around(x, y, from, to), words, x, y + NumberDown);
            }
        }
    }

    private static string Breach(int x, int y) =>
        Written($"<path class=\"graph-breach\" d=\"M{x} {y}v6M{x} {y + 6}l8 13h-16z\" />");

    private static string Down(int x, int y, PlacedScene to)
    {
        var (endX, endY) = (to.X + (GraphLayout.BoxWidth / 2), to.Y);
        var half = (endY - y) / 2;
        return Written(
            $"<path class=\"graph-way\" d=\"M{x} {y}C{x} {y + half} {endX} {endY - half} {endX} {endY - 6}\" /><path class=\"graph-arrow\" d=\"M{endX} {endY}l-5 -9h10z\" />"
        );
    }

    private static string Around(int x, int y, PlacedScene from, PlacedScene to)
    {
        var (endX, endY) = (to.X + GraphLayout.BoxWidth, to.Y + (GraphLayout.BoxHeight / 2));
        var outside = Math.Max(from.X + GraphLayout.BoxWidth, endX) + Bow;
        return Written(
            $"<path class=\"graph-way\" d=\"M{x} {y}C{x} {y + Bow} {outside} {y + Bow} {outside} {(y + endY) / 2}S{outside} {endY} {endX + 6} {endY}\" /><path class=\"graph-arrow\" d=\"M{endX} {endY}l9 -5v10z\" />"
        );
    }

    private static string Written(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
