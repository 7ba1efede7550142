using System.Buffers.Binary;
using System.Text;

namespace Lms.Web.Pdf;

/// <summary>
/// A TrueType file with chosen glyphs only, and only the tables that a PDF asks of a CIDFontType2
/// (ISO 32000-1, 9.9).
/// </summary>
internal static class FontProgram
{
    private const ushort LongOffsets = 1;

    /// <param name="glyphs">The glyph of each number of the subset, the empty box first.</param>
    public static byte[] Build(TrueTypeFont font, List<ushort> glyphs)
    {
        using var outlines = new MemoryStream();
        using var places = new MemoryStream();
        using var metrics = new MemoryStream();
        var components = new Dictionary<ushort, ushort>();
        for (var number = 0; number < glyphs.Count; number++)
        {
            Write(places, (uint)outlines.Position, 4);
            Write(metrics, font.AdvanceOf(glyphs[number]), 2);
            Write(metrics, (ushort)font.BearingOf(glyphs[number]), 2);
            outlines.Write(GlyphOutline.Copy(font.OutlineOf(glyphs[number]), NumberOfComponent));
            Pad(outlines);
        }

        Write(places, (uint)outlines.Position, 4);
        var count = (ushort)glyphs.Count;
        return Assemble([
            ("glyf", outlines.ToArray()),
            ("head", With(font.Table("head"), 50, LongOffsets)),
            ("hhea", With(font.Table("hhea"), 34, count)),
            ("hmtx", metrics.ToArray()),
            ("loca", places.ToArray()),
            ("maxp", With(font.Table("maxp"), 4, count)),
        ]);

        // The parts of a composite glyph join the end of the list, which the loop above reaches.
        ushort NumberOfComponent(ushort glyph)
        {
            if (!components.TryGetValue(glyph, out var number))
            {
                number = (ushort)glyphs.Count;
                components.Add(glyph, number);
                glyphs.Add(glyph);
            }

            return number;
        }
    }

    private static byte[] Assemble((string Tag, byte[] Content)[] tables)
    {
        using var file = new MemoryStream();
        var power = (int)Math.Log2(tables.Length);
        Write(file, 0x00010000, 4);
        Write(file, (uint)tables.Length, 2);
        Write(file, 16u << power, 2);
        Write(file, (uint)power, 2);
        Write(file, (uint)(16 * tables.Length - (16 << power)), 2);
        var place = 12 + 16 * tables.Length;
        foreach (var (tag, content) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(tag));
            Write(file, SumOf(content), 4);
            Write(file, (uint)place, 4);
            Write(file, (uint)content.Length, 4);
            place += (content.Length + 3) & ~3;
        }

        foreach (var (_, content) in tables)
        {
            file.Write(content);
            Pad(file);
        }

        return file.ToArray();
    }

    private static uint SumOf(ReadOnlySpan<byte> content)
    {
        var sum = 0u;
        for (var at = 0; at < content.Length; at++)
        {
            sum += (uint)content[at] << (8 * (3 - at % 4));
        }

        return sum;
    }

    private static byte[] With(ReadOnlySpan<byte> table, int at, ushort value)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), value);
        return copy;
    }

    private static void Write(MemoryStream stream, uint value, int size)
    {
        for (var shift = 8 * (size - 1); shift >= 0; shift -= 8)
        {
            stream.WriteByte((byte)(value >> shift));
        }
    }

    private static void Pad(MemoryStream stream)
    {
        while (stream.Position % 4 != 0)
        {
            stream.WriteByte(0);
        }
    }
}
