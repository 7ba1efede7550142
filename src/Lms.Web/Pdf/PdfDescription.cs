using System.Globalization;
using System.Security;
using System.Text;

namespace Lms.Web.Pdf;

/// <summary>
/// What a document says of itself. The time and the id come from the caller, so that the same
/// input gives the same bytes.
/// </summary>
/// <param name="Title">Shown in the title bar of readers.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Id">16 bytes that tell the file from all others (ISO 32000-1, 14.4).</param>
public sealed record PdfDescription(
    string Title,
    string Author,
    string Language,
    DateTimeOffset CreatedAt,
    ReadOnlyMemory<byte> Id
)
{
    private const string Producer = "LMS";

    /// <summary>The old dictionary, which most programs still show.</summary>
    internal string ToDictionary() =>
        $"<< /Title {PdfSyntax.Text(TextLayout.Clean(Title))}"
        + $" /Author {PdfSyntax.Text(TextLayout.Clean(Author))} /Producer ({Producer})"
        + $" /CreationDate {PdfSyntax.Date(CreatedAt)} /ModDate {PdfSyntax.Date(CreatedAt)} >>";

    /// <summary>
    /// The XMP packet, which says that the file follows PDF/UA-1 (ISO 14289-1, 5).
    /// </summary>
    internal byte[] ToXmp()
    {
        var date = CreatedAt.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture
        );
        return Encoding.UTF8.GetBytes(
            $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
             xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:title><rdf:Alt>
            <rdf:li xml:lang="x-default">{Escape(Title)}</rdf:li>
            </rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Escape(Author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>{Escape(Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{date}</xmp:CreateDate>
            <xmp:ModifyDate>{date}</xmp:ModifyDate>
            <pdf:Producer>{Producer}</pdf:Producer>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
        );
    }

    private static string Escape(string text) =>
        SecurityElement.Escape(TextLayout.Clean(text)) ?? "";
}
