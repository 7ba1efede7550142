using System.Buffers.Binary;
using System.Text;

namespace Lms.Web.Pdf;

/// <summary>
/// A parsed TrueType font with outlines in <c>glyf</c> and a Unicode map of format 4, which is what
/// Noto Sans has (OpenType 1.9). Lengths are in font units; immutable, so shared by all documents.
/// </summary>
public sealed class TrueTypeFont
{
    private readonly byte[] file;
    private readonly Dictionary<string, Range> tables = [];
    private readonly ushort[] glyphs = new ushort[char.MaxValue + 1];
    private readonly ushort[] advances;
    private readonly bool longOffsets;

    public TrueTypeFont(string name, byte[] file)
    {
        Name = name;
        this.file = file;
        for (var entry = 12; entry < 12 + 16 * Word(file, 4); entry += 16)
        {
            var start = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(entry + 8));
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(entry + 12));
            tables[Encoding.ASCII.GetString(file, entry, 4)] = start..(start + length);
        }

        UnitsPerEm = Word(Table("head"), 18);
        longOffsets = Word(Table("head"), 50) == 1;
        advances = new ushort[Word(Table("hhea"), 34)];
        for (var glyph = 0; glyph < advances.Length; glyph++)
        {
            advances[glyph] = Word(Table("hmtx"), 4 * glyph);
        }

        Ascent = Signed("hhea", 4);
        Descent = Signed("hhea", 6);
        CapHeight = Signed("OS/2", 88);
        Weight = Word(Table("OS/2"), 4);
        Box = [Signed("head", 36), Signed("head", 38), Signed("head", 40), Signed("head", 42)];
        ReadCharacterMap(Table("cmap"));
    }

    public string Name { get; }
    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int CapHeight { get; }
    public int Weight { get; }
    public IReadOnlyList<int> Box { get; }

    /// <summary>The glyph of a character; 0, the empty box, when the font has none.</summary>
    public ushort GlyphOf(int codePoint) =>
        codePoint < glyphs.Length ? glyphs[codePoint] : (ushort)0;

    /// <summary>Glyphs after the last metric share it: they are of one width.</summary>
    public ushort AdvanceOf(ushort glyph) => advances[Math.Min(glyph, advances.Length - 1)];

    internal short BearingOf(ushort glyph) =>
        glyph < advances.Length
            ? Signed("hmtx", 4 * glyph + 2)
            : Signed("hmtx", 4 * advances.Length + 2 * (glyph - advances.Length));

    internal ReadOnlySpan<byte> OutlineOf(ushort glyph) =>
        Table("glyf")[OffsetOf(glyph)..OffsetOf(glyph + 1)];

    internal ReadOnlySpan<byte> Table(string tag) => file.AsSpan(tables[tag]);

    internal static ushort Word(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private short Signed(string table, int at) =>
        BinaryPrimitives.ReadInt16BigEndian(Table(table)[at..]);

    private int OffsetOf(int glyph) =>
        longOffsets
            ? (int)BinaryPrimitives.ReadUInt32BigEndian(Table("loca")[(4 * glyph)..])
            : 2 * Word(Table("loca"), 2 * glyph);

    private void ReadCharacterMap(ReadOnlySpan<byte> cmap)
    {
        var map = cmap[(int)BinaryPrimitives.ReadUInt32BigEndian(cmap[8..])..];
        if (Word(map, 0) != 4)
        {
            throw new InvalidDataException($"{Name}: the character map is not of format 4.");
        }

        var segments = Word(map, 6) / 2;
        for (var segment = 0; segment < segments; segment++)
        {
            var last = Word(map, 14 + 2 * segment);
            var first = Word(map, 16 + 2 * (segments + segment));
            var delta = Word(map, 16 + 2 * (2 * segments + segment));
            var place = 16 + 2 * (3 * segments + segment);
            var offset = Word(map, place);
            for (int code = first; code <= last && code != 0xFFFF; code++)
            {
                var glyph = offset == 0 ? code : Word(map, place + offset + 2 * (code - first));
                if (glyph != 0)
                {
                    glyphs[code] = (ushort)(glyph + delta);
                }
            }
        }
    }
}
