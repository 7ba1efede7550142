using System.IO.Compression;
using System.Text;

namespace Lms.Web.Pdf;

/// <summary>
/// The bytes of a file from its objects: streams stand alone, everything else is packed into one
/// object stream, and a cross-reference stream finds both (ISO 32000-1, 7.5.7 and 7.5.8). Tags make
/// hundreds of small objects, which so take a fifth of their room.
/// </summary>
internal static class PdfFile
{
    private const int EntryLength = 6;

    public static byte[] Of(
        IReadOnlyList<byte[]> bodies,
        IReadOnlySet<int> streams,
        int catalog,
        int description,
        ReadOnlySpan<byte> id
    )
    {
        using var file = new MemoryStream();
        // Four bytes above 127 tell transfer programs that the file is binary (7.5.2).
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var (packed, own) = (bodies.Count + 1, bodies.Count + 2);
        var entries = new byte[(own + 1) * EntryLength];
        foreach (var number in streams.Order())
        {
            Place(entries, number, file.Position);
            Write(file, number, bodies[number - 1]);
        }

        Place(entries, packed, file.Position);
        Write(file, packed, PackOthers(bodies, streams, packed, entries));
        var start = file.Position;
        Place(entries, own, start);
        var hex = Convert.ToHexString(id);
        var head =
            $"/Type /XRef /Size {PdfSyntax.Digits(own + 1)} /W [1 3 2]"
            + $" /Root {PdfSyntax.Reference(catalog)} /Info {PdfSyntax.Reference(description)}"
            + $" /ID [<{hex}> <{hex}>]";
        Write(file, own, Stream(entries, head));
        file.Write(Encoding.ASCII.GetBytes($"startxref\n{PdfSyntax.Digits((int)start)}\n%%EOF\n"));
        return file.ToArray();
    }

    public static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] PackOthers(
        IReadOnlyList<byte[]> bodies,
        IReadOnlySet<int> streams,
        int packed,
        Span<byte> entries
    )
    {
        using var content = new MemoryStream();
        var places = new StringBuilder();
        var count = 0;
        for (var number = 1; number <= bodies.Count; number++)
        {
            if (streams.Contains(number))
            {
                continue;
            }

            places.Append(PdfSyntax.Digits(number)).Append(' ');
            places.Append(PdfSyntax.Digits((int)content.Position)).Append(' ');
            content.Write(bodies[number - 1]);
            content.WriteByte((byte)'\n');
            Put(entries, number, 2, packed, count++);
        }

        var first = Encoding.ASCII.GetBytes(places.ToString());
        var head =
            $"/Type /ObjStm /N {PdfSyntax.Digits(count)} /First {PdfSyntax.Digits(first.Length)}";
        return Stream([.. first, .. content.ToArray()], head);
    }

    private static byte[] Stream(ReadOnlySpan<byte> content, string entries)
    {
        var body = Pack(content);
        var head = $"<< {entries} /Filter /FlateDecode /Length {PdfSyntax.Digits(body.Length)} >>";
        return [.. Encoding.ASCII.GetBytes($"{head}\nstream\n"), .. body, .. "\nendstream"u8];
    }

    private static void Write(MemoryStream file, int number, ReadOnlySpan<byte> body)
    {
        file.Write(Encoding.ASCII.GetBytes($"{PdfSyntax.Digits(number)} 0 obj\n"));
        file.Write(body);
        file.Write("\nendobj\n"u8);
    }

    private static void Place(Span<byte> entries, int number, long offset) =>
        Put(entries, number, 1, (int)offset, 0);

    /// <summary>A kind in one byte, a place in three, an index in two, the highest first.</summary>
    private static void Put(Span<byte> entries, int number, byte kind, int place, int index)
    {
        var entry = entries.Slice(number * EntryLength, EntryLength);
        entry[0] = kind;
        (entry[1], entry[2], entry[3]) = ((byte)(place >> 16), (byte)(place >> 8), (byte)place);
        (entry[4], entry[5]) = ((byte)(index >> 8), (byte)index);
    }
}
