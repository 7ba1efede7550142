using System.Globalization;
using Lms.Domain.Cases;

namespace Lms.Web.Content.Cases.Graph;

/// <summary>The box of a scene: rounded; a pill for a good ending, cut corners for a poor one, a double line for harm.</summary>
internal static class BoxShape
{
    private const int Corner = 8;
    private const int Cut = 14;
    private const int Inner = 5;

    public static string Of(PlacedScene place) =>
        place.Scene.Ending is { } ending ? Of(place, ending) : Rect("graph-box", place, 0, Corner);

    private static string Of(PlacedScene place, CaseEnding ending) =>
        ending switch
        {
            CaseEnding.Good => Rect("graph-box good", place, 0, GraphLayout.BoxHeight / 2),
            CaseEnding.Poor => CutCorners(place),
            CaseEnding.Harm => Rect("graph-box warm", place, 0, 0)
                + Rect("graph-box warm", place, Inner, 0),
        };

    private static string Rect(string look, PlacedScene place, int inset, int corner) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<rect class=\"{look}\" x=\"{place.X + inset}\" y=\"{place.Y + inset}\" width=\"{GraphLayout.BoxWidth - (2 * inset)}\" height=\"{GraphLayout.BoxHeight - (2 * inset)}\" rx=\"{corner}\" />"
        );

    private static string CutCorners(PlacedScene place)
    {
        var (left, top) = (place.X, place.Y);
        var (right, bottom) = (left + GraphLayout.BoxWidth, top + GraphLayout.BoxHeight);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<path class=\"graph-box quiet\" d=\"M{left + Cut} {top}H{right - Cut}L{right} {top + Cut}V{bottom - Cut}L{right - Cut} {bottom}H{left + Cut}L{left} {bottom - Cut}V{top + Cut}z\" />"
        );
    }
}
