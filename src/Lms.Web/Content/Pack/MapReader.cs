using System.Text.Json;
using Lms.Domain.Territories;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Pack;

/// <summary>
/// map.geojson (RFC 7946): a feature for each community, its code in the property <c>code</c>. A pack
/// may come without. It is drawn when the first manager asks; <c>check</c> reads it at once.
/// </summary>
internal static class MapReader
{
    public const string FileName = "map.geojson";

    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Null when there is none, or none that reads.</summary>
    public static TerritoryMap? Read(string folder)
    {
        try
        {
            var features = Features(folder);
            return features.Count == 0 ? null : MapDrawing.Of(features);
        }
        catch (Exception wrong) when (IsUnreadable(wrong))
        {
            return null;
        }
    }

    public static void Check(string folder, OrganisationPack pack, Findings findings)
    {
        var path = $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/{FileName}";
        try
        {
            foreach (var (code, _) in Features(folder))
            {
                if (!pack.Territories.IsCommunity(code))
                {
                    findings.Add(
                        new(path, 1, 1, PackTexts.UnknownCode, [code.Value, "territory.csv"])
                    );
                }
            }
        }
        catch (Exception wrong) when (IsUnreadable(wrong))
        {
            findings.Add(new(path, 1, 1, PackTexts.UnreadableMap, []));
        }
    }

    private static bool IsUnreadable(Exception wrong) =>
        wrong
            is IOException
                or UnauthorizedAccessException
                or JsonException
                or KeyNotFoundException
                or InvalidOperationException
                or FormatException
                or InvalidDataException;

    private static List<(TerritoryCode Code, List<MapRing> Rings)> Features(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        if (!file.Exists)
        {
            return [];
        }

        if (file.Length > MostBytes)
        {
            throw new InvalidDataException();
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
        return
        [
            .. json
                .RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(feature =>
                    (
                        new TerritoryCode(
                            feature.GetProperty("properties").GetProperty("code").GetString()
                                ?? throw new FormatException()
                        ),
                        Rings(feature.GetProperty("geometry"))
                    )
                ),
        ];
    }

    private static List<MapRing> Rings(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        IEnumerable<JsonElement> polygons = geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [coordinates],
            "MultiPolygon" => coordinates.EnumerateArray(),
            _ => throw new FormatException(),
        };
        return
        [
            .. polygons
                .SelectMany(polygon => polygon.EnumerateArray())
                .Select(ring => MapRing.Of([.. ring.EnumerateArray().Select(Point)]))
                .OfType<MapRing>(),
        ];
    }

    private static MapPoint Point(JsonElement pair) =>
        MapPoint.Of(pair[0].GetDouble(), pair[1].GetDouble());
}
