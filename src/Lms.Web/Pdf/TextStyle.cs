using System.Text;

namespace Lms.Web.Pdf;

/// <summary>A font, its size in points, the leading as a multiple of the size, the tracking in
/// points added after each letter.</summary>
public sealed record TextStyle(
    TrueTypeFont Font,
    double Size,
    Rgb Color,
    double Leading = 1.4,
    double Tracking = 0
)
{
    public double LineHeight => Size * Leading;

    /// <summary>
    /// From the top of a line to its baseline, the leading halved above and below.
    /// </summary>
    public double Baseline =>
        (LineHeight + Size * (Font.Ascent + Font.Descent) / Font.UnitsPerEm) / 2;

    /// <summary>
    /// The advance of a text in points, without the tracking after its last letter.
    /// </summary>
    public double WidthOf(ReadOnlySpan<char> text)
    {
        var units = 0;
        var letters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            units += Font.AdvanceOf(Font.GlyphOf(rune.Value));
            letters++;
        }

        return units * Size / Font.UnitsPerEm + Math.Max(0, letters - 1) * Tracking;
    }
}
