using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lms.Domain.Cases;

namespace Lms.Web.Content.Cases.Graph;

/// <summary>The words of a drawing in one language.</summary>
internal sealed record GraphWords(
    string Title,
    string Description,
    string Good,
    string Poor,
    string Harm,
    string Apart
)
{
    public string Of(CaseEnding ending) =>
        ending switch
        {
            CaseEnding.Good => Good,
            CaseEnding.Poor => Poor,
            CaseEnding.Harm => Harm,
        };
}

/// <summary>What stands beside a scene, and beside the number of a choice.</summary>
internal sealed record GraphCounts(Func<string, string> OfScene, Func<string, int, string> OfChoice)
{
    public static readonly GraphCounts None = new(_ => "", (_, _) => "");
}

/// <summary>
/// The ways through a case as a drawing: no script, no style of its own, colours from classes, an
/// ending known by its shape and its word.
/// </summary>
internal static class CaseGraph
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>An author's draft may lead nowhere and name a scene twice; it is drawn as far as it goes.</summary>
    public static string Svg(Case of, GraphWords words, GraphCounts counts)
    {
        if (of.Scenes.Count == 0)
        {
            return "";
        }

        var layout = GraphLayout.Of(of);
        var parts = new List<string>
        {
            Line(
                $"<svg class=\"case-graph\" viewBox=\"0 0 {layout.Width} {layout.Height}\" width=\"{layout.Width}\" height=\"{layout.Height}\" role=\"img\" aria-labelledby=\"graph-title graph-about\">"
            ),
            $"<title id=\"graph-title\">{Encoder.Encode(words.Title)}</title>",
            $"<desc id=\"graph-about\">{Encoder.Encode(words.Description)}</desc>",
        };
        foreach (var place in layout.Places.Values)
        {
            parts.AddRange(GraphWays.Of(layout, place, counts).Select(Encoded));
        }

        parts.AddRange(layout.Places.Values.Select(place => Box(place, words, counts)));
        parts.Add("</svg>");
        return string.Concat(parts);
    }

    private static string Encoded(GraphWay way) =>
        way.Shape
        + Line($"<text class=\"graph-number\" x=\"{way.X}\" y=\"{way.Y}\">")
        + $"{Encoder.Encode(way.Words)}</text>";

    private static string Box(PlacedScene place, GraphWords words, GraphCounts counts)
    {
        var scene = place.Scene;
        var small = string.Join(
            " · ",
            new[]
            {
                scene.Id.Trim(),
                scene.Ending is { } ending ? words.Of(ending) : "",
                place.IsApart ? words.Apart : "",
                counts.OfScene(scene.Id),
            }.Where(part => part.Length > 0)
        );
        var lines = GraphTitle.Lines(scene.Title);
        var text = lines.Select(
            (line, index) => Text("graph-title", place, 42 + (index * 17), line)
        );
        var box =
            BoxShape.Of(place)
            + Text("graph-id", place, 21, GraphTitle.Small(small))
            + string.Concat(text);
        return place.IsApart ? $"<g class=\"graph-apart\">{box}</g>" : box;
    }

    private static string Text(string look, PlacedScene place, int down, string words)
    {
        var middle = place.X + (GraphLayout.BoxWidth / 2);
        return Line($"<text class=\"{look}\" x=\"{middle}\" y=\"{place.Y + down}\">")
            + $"{Encoder.Encode(words)}</text>";
    }

    private static string Line(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
