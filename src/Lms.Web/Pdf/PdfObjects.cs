using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lms.Web.Pdf;

/// <summary>
/// The numbered objects of a file and its cross-reference table (ISO 32000-1, 7.5).
/// </summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> bodies = [];

    /// <summary>Takes a number for an object that others name before it is written.</summary>
    public int Reserve()
    {
        bodies.Add([]);
        return bodies.Count;
    }

    public void Set(int number, string body) => bodies[number - 1] = Encoding.Latin1.GetBytes(body);

    public int Add(string body)
    {
        bodies.Add(Encoding.Latin1.GetBytes(body));
        return bodies.Count;
    }

    public int AddStream(ReadOnlySpan<byte> content, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return AddPlainStream(packed.ToArray(), $"/Filter /FlateDecode {entries}");
    }

    /// <summary>A stream that a program without a PDF reader can find: the XMP packet.</summary>
    public int AddPlainStream(ReadOnlySpan<byte> content, string entries)
    {
        var head = $"<< {entries} /Length {PdfSyntax.Digits(content.Length)} >>\nstream\n";
        bodies.Add([.. Encoding.Latin1.GetBytes(head), .. content, .. "\nendstream"u8]);
        return bodies.Count;
    }

    public byte[] ToFile(int catalog, int description, ReadOnlySpan<byte> id)
    {
        using var file = new MemoryStream();
        // Four bytes above 127 tell transfer programs that the file is binary (7.5.2).
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var table = new StringBuilder();
        for (var number = 1; number <= bodies.Count; number++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Position:D10} 00000 n \n");
            file.Write(Encoding.Latin1.GetBytes($"{PdfSyntax.Digits(number)} 0 obj\n"));
            file.Write(bodies[number - 1]);
            file.Write("\nendobj\n"u8);
        }

        var (root, about) = (PdfSyntax.Reference(catalog), PdfSyntax.Reference(description));
        var size = PdfSyntax.Digits(bodies.Count + 1);
        var start = file.Position.ToString(CultureInfo.InvariantCulture);
        var hex = Convert.ToHexString(id);
        file.Write(
            Encoding.Latin1.GetBytes(
                $"""
                xref
                0 {size}
                0000000000 65535 f {'\n'}{table}trailer
                << /Size {size} /Root {root} /Info {about} /ID [<{hex}> <{hex}>] >>
                startxref
                {start}
                %%EOF

                """
            )
        );
        return file.ToArray();
    }
}
