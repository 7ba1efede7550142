namespace Lms.Web.Pdf;

/// <summary>
/// A file in the file (ISO 32000-1, 7.11.4), tied to the document as its data (ISO 32000-2, 14.13).
/// </summary>
/// <param name="Name">ASCII, as a reader would save it.</param>
/// <param name="MediaType">Such as <c>application/json</c>.</param>
/// <param name="Description">In the language of the document.</param>
public sealed record PdfAttachment(
    string Name,
    string MediaType,
    string Description,
    ReadOnlyMemory<byte> Content
)
{
    /// <returns>The number of its file specification.</returns>
    internal int WriteTo(PdfObjects objects)
    {
        var type = MediaType.Replace("/", "#2F", StringComparison.Ordinal);
        var stream = objects.AddStream(
            Content.Span,
            $"/Type /EmbeddedFile /Subtype /{type}"
                + $" /Params << /Size {PdfSyntax.Digits(Content.Length)} >>"
        );
        var file = PdfSyntax.Reference(stream);
        return objects.Add(
            $"<< /Type /Filespec /F {PdfSyntax.Ascii(Name)} /UF {PdfSyntax.Text(Name)}"
                + $" /EF << /F {file} /UF {file} >> /AFRelationship /Data"
                + $" /Desc {PdfSyntax.Text(TextLayout.Clean(Description))} >>"
        );
    }
}
