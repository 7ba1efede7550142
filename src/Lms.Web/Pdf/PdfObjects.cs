using System.Text;

namespace Lms.Web.Pdf;

/// <summary>
/// The numbered objects of a file (ISO 32000-1, 7.3.10).
/// </summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> bodies = [];
    private readonly HashSet<int> streams = [];

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
        return AddPlainStream(PdfFile.Pack(content), $"/Filter /FlateDecode {entries}");
    }

    /// <summary>A stream that a program without a PDF reader can find: the XMP packet.</summary>
    public int AddPlainStream(ReadOnlySpan<byte> content, string entries)
    {
        var head = $"<< {entries} /Length {PdfSyntax.Digits(content.Length)} >>\nstream\n";
        bodies.Add([.. Encoding.Latin1.GetBytes(head), .. content, .. "\nendstream"u8]);
        streams.Add(bodies.Count);
        return bodies.Count;
    }

    public byte[] ToFile(int catalog, int description, ReadOnlySpan<byte> id) =>
        PdfFile.Of(bodies, streams, catalog, description, id);
}
