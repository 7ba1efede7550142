using Lms.Web.Content.Pack;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content;

/// <summary>The map of the pack: light, whole, and with one line between two neighbours.</summary>
public sealed class MapTests
{
    private static readonly TerritoryMap Map = MapReader.Read(
        Repository.File("content", "organisation")
    )!;

    [Fact]
    public void Every_community_is_drawn_within_the_bytes_allowed()
    {
        Assert.Equal(51, Map.Shapes.Count);
        Assert.InRange(
            Map.Shapes.Sum(shape => shape.Outline.Length),
            20_000,
            TerritoryMap.MostBytes
        );
        Assert.All(Map.Shapes, shape => Assert.True(shape.Box.Width > 5 && shape.Box.Height > 5));
        Assert.All(
            Map.Shapes,
            shape =>
            {
                Assert.InRange(shape.Sign.X, shape.Box.Left, shape.Box.Right);
                Assert.InRange(shape.Sign.Y, shape.Box.Top, shape.Box.Bottom);
            }
        );
    }

    [Fact]
    public void Neighbours_keep_one_border_however_simple_it_gets()
    {
        // Two fields with a crooked border between, and an enclave in the second.
        var border = Enumerable
            .Range(0, 40)
            .Select(at => MapPoint.Of(10 + (at % 3 * 0.01), at * 0.1))
            .ToList();
        var west = MapRing.Of([MapPoint.Of(5, 0), .. border, MapPoint.Of(5, 3.9)])!;
        var east = MapRing.Of([
            .. Enumerable.Reverse(border),
            MapPoint.Of(15, 0),
            MapPoint.Of(15, 3.9),
        ])!;
        var hole = Enumerable
            .Range(0, 30)
            .Select(at =>
                MapPoint.Of(12 + Math.Cos(at / 30.0 * Math.Tau), 2 + Math.Sin(at / 30.0 * Math.Tau))
            )
            .ToList();
        var outer = MapRing.Of(hole)!;
        var inner = MapRing.Of([.. hole.Skip(11), .. hole.Take(11)])!;
        var borders = new MapBorders([west, east, outer, inner]);
        foreach (var least in new[] { 0, 1e-6, 1e-3, 1, 1e6 })
        {
            var (left, right) = (borders.Simpler(west, least), borders.Simpler(east, least));
            Assert.Equal(left.Intersect(border).ToHashSet(), right.Intersect(border).ToHashSet());
            Assert.Equal(
                borders.Simpler(outer, least).ToHashSet(),
                borders.Simpler(inner, least).ToHashSet()
            );
            Assert.True(borders.Simpler(outer, least).Count > 2);
        }

        Assert.Equal(west.Points.ToHashSet(), borders.Simpler(west, 0).ToHashSet());
        Assert.True(borders.Simpler(west, 1e-2).Count < 10);
    }

    [Theory]
    [InlineData("x", "unreadable-map")]
    [InlineData("{\"features\":[{\"properties\":{},\"geometry\":{}}]}", "unreadable-map")]
    [InlineData(
        "{\"features\":[{\"properties\":{\"code\":\"none\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[2,2],[1,1]]]}}]}",
        "unknown-code"
    )]
    public void A_map_that_does_not_fit_the_pack_is_reported(string written, string finding)
    {
        using var content = new ContentFolder();
        content.Write("organisation/map.geojson", written).Check().Only(finding);
    }
}
