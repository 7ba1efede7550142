namespace Lms.Web.Pdf;

/// <summary>
/// The standard structure types we use (ISO 32000-1, 14.8.4); names as in the file.
/// </summary>
public enum StructureRole
{
    Document,
    H1,
    H2,
    P,
    Figure,
    Table,
    TR,
    TH,
    TD,
    L,
    LI,
    Lbl,
    LBody,
    Link,
}

public enum HeaderScope
{
    Row,
    Column,
}

/// <summary>
/// One tag of a document: what a screen reader meets, in the order of <see cref="Add"/>. Content
/// joins it when a page draws for it.
/// </summary>
public sealed class StructureElement
{
    internal StructureElement(StructureRole role) => Role = role;

    public StructureRole Role { get; }

    /// <summary>A BCP 47 tag, where the language is not the document's.</summary>
    public string? Language { get; init; }

    /// <summary>What stands for a figure when it is not seen.</summary>
    public string? Alternative { get; init; }

    /// <summary>Which cells a TH heads.</summary>
    public HeaderScope? Scope { get; init; }

    internal List<object> Kids { get; } = [];

    /// <summary>The box of a figure in the page's coordinates, for readers that reflow.</summary>
    internal string? Box { get; set; }

    internal int Number { get; set; }

    public StructureElement Add(
        StructureRole role,
        string? language = null,
        string? alternative = null,
        HeaderScope? scope = null
    )
    {
        var child = new StructureElement(role)
        {
            Language = language,
            Alternative = alternative,
            Scope = scope,
        };
        Kids.Add(child);
        return child;
    }
}

/// <summary>A marked sequence of a page's content that belongs to an element.</summary>
internal sealed record MarkedContent(PdfPage Page, int Mark);

/// <summary>A rectangle of a page that opens an address; the reader says its contents.</summary>
internal sealed record LinkArea(
    PdfPage Page,
    StructureElement Element,
    string Box,
    Uri Address,
    string Contents
)
{
    public int Number { get; set; }
}
