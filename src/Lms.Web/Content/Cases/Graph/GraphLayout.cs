using Lms.Domain.Cases;

namespace Lms.Web.Content.Cases.Graph;

/// <summary>A scene with its place on the drawing, in pixels of the drawing.</summary>
/// <param name="IsApart">No way leads to it.</param>
internal sealed record PlacedScene(Scene Scene, int Layer, int X, int Y, bool IsApart);

/// <summary>
/// Puts each scene on the row of its distance from the first one, and orders a row by where its
/// scenes are reached from. Small cases come out readable, all come out in linear time.
/// </summary>
internal sealed class GraphLayout
{
    public const int BoxWidth = 204;
    public const int BoxHeight = 76;
    public const int Margin = 72;

    private const int GapAcross = 32;
    private const int GapDown = 72;

    private GraphLayout(IReadOnlyDictionary<string, PlacedScene> places, int width, int height) =>
        (Places, Width, Height) = (places, width, height);

    /// <summary>By the id of the scene.</summary>
    public IReadOnlyDictionary<string, PlacedScene> Places { get; }

    public int Width { get; }

    public int Height { get; }

    public static GraphLayout Of(Case of)
    {
        var scenes = of.Scenes.DistinctBy(scene => scene.Id).ToDictionary(scene => scene.Id);
        var (rows, apart) = Rows(of, scenes);
        var widest = rows.Max(row => RowWidth(row.Count));
        var places = new Dictionary<string, PlacedScene>(StringComparer.Ordinal);
        foreach (var (layer, row) in rows.Index())
        {
            var left = Margin + ((widest - RowWidth(row.Count)) / 2);
            foreach (var (index, scene) in InOrder(row, places, scenes).Index())
            {
                var x = left + (index * (BoxWidth + GapAcross));
                var y = Margin / 2 + (layer * (BoxHeight + GapDown));
                places.Add(scene.Id, new(scene, layer, x, y, apart.Contains(scene.Id)));
            }
        }

        var height = Margin + (rows.Count * (BoxHeight + GapDown)) - GapDown;
        return new(places, widest + (2 * Margin), height);
    }

    private static int RowWidth(int count) => (count * (BoxWidth + GapAcross)) - GapAcross;

    /// <summary>What no way leads to stands on a row of its own at the bottom.</summary>
    private static (List<List<Scene>> Rows, HashSet<string> Apart) Rows(
        Case of,
        Dictionary<string, Scene> scenes
    )
    {
        var rows = new List<List<Scene>>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { of.Scenes[0].Id };
        for (List<Scene> row = [of.Scenes[0]]; row.Count > 0; )
        {
            rows.Add(row);
            row = [.. row.SelectMany(NextOf).Where(seen.Add).Select(id => scenes[id])];
        }

        var apart = scenes.Values.Where(scene => !seen.Contains(scene.Id)).ToList();
        return (apart.Count > 0 ? [.. rows, apart] : rows, [.. apart.Select(scene => scene.Id)]);

        IEnumerable<string> NextOf(Scene scene) =>
            scene
                .Choices.Where(choice => !choice.IsBreach && scenes.ContainsKey(choice.Next))
                .Select(choice => choice.Next);
    }

    private static IEnumerable<Scene> InOrder(
        List<Scene> row,
        Dictionary<string, PlacedScene> above,
        Dictionary<string, Scene> scenes
    )
    {
        var reachedFrom = above
            .Values.SelectMany(place => place.Scene.Choices, (place, choice) => (place, choice))
            .Where(way => !way.choice.IsBreach && scenes.ContainsKey(way.choice.Next))
            .ToLookup(way => way.choice.Next, way => way.place.X, StringComparer.Ordinal);
        return row.OrderBy(scene => reachedFrom[scene.Id].DefaultIfEmpty(0).Average());
    }
}
