using System.Buffers.Binary;

namespace Lms.Web.Pdf;

/// <summary>
/// The bytes of one glyph (OpenType 1.9, glyf) on their way into a subset. Hinting programs are
/// left out: they are a third of the outlines, and pages are drawn smoothed or on paper.
/// </summary>
internal static class GlyphOutline
{
    private const int ArgumentsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;
    private const int HasInstructions = 0x0100;
    private const int FirstComponent = 10;

    /// <param name="renumber">Gives the subset's number of a component's glyph.</param>
    public static byte[] Copy(ReadOnlySpan<byte> glyph, Func<ushort, ushort> renumber)
    {
        if (glyph.IsEmpty)
        {
            return [];
        }

        return BinaryPrimitives.ReadInt16BigEndian(glyph) < 0
            ? CopyComposite(glyph, renumber)
            : CopySimple(glyph);
    }

    private static byte[] CopySimple(ReadOnlySpan<byte> glyph)
    {
        var length = FirstComponent + 2 * TrueTypeFont.Word(glyph, 0);
        var points = length + 2 + TrueTypeFont.Word(glyph, length);
        return [.. glyph[..length], 0, 0, .. glyph[points..]];
    }

    private static byte[] CopyComposite(ReadOnlySpan<byte> glyph, Func<ushort, ushort> renumber)
    {
        var copy = glyph.ToArray();
        var at = FirstComponent;
        int flags;
        do
        {
            flags = TrueTypeFont.Word(glyph, at);
            var kept = (ushort)(flags & ~HasInstructions);
            var component = renumber(TrueTypeFont.Word(glyph, at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), kept);
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), component);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at +=
                (flags & HasScale) != 0 ? 2
                : (flags & HasTwoScales) != 0 ? 4
                : (flags & HasMatrix) != 0 ? 8
                : 0;
        } while ((flags & MoreComponents) != 0);

        return copy[..at];
    }
}
