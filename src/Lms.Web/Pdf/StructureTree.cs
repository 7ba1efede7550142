namespace Lms.Web.Pdf;

/// <summary>
/// Writes the tree of tags and the way back from marked content to its tag (ISO 32000-1, 14.7).
/// </summary>
internal static class StructureTree
{
    public static int Write(
        PdfObjects objects,
        StructureElement document,
        IReadOnlyList<PdfPage> pages
    )
    {
        var root = objects.Reserve();
        Number(objects, document);
        WriteElement(objects, document, root);
        objects.Set(
            root,
            $"<< /Type /StructTreeRoot /K {PdfSyntax.Reference(document.Number)}"
                + $" /ParentTree << /Nums [{string.Join(' ', Parents(pages))}] >>"
                + $" /ParentTreeNextKey {PdfSyntax.Digits(pages.Count + LinksOf(pages).Count())} >>"
        );
        return root;
    }

    /// <summary>A page's key is its place; links come after all pages.</summary>
    public static int KeyOf(LinkArea link, IReadOnlyList<PdfPage> pages) =>
        pages.Count + LinksOf(pages).ToList().IndexOf(link);

    private static IEnumerable<LinkArea> LinksOf(IReadOnlyList<PdfPage> pages) =>
        pages.SelectMany(page => page.Links);

    private static IEnumerable<string> Parents(IReadOnlyList<PdfPage> pages) =>
        pages
            .Select(page => page.Marked.Select(element => PdfSyntax.Reference(element.Number)))
            .Select((owners, key) => $"{PdfSyntax.Digits(key)} [{string.Join(' ', owners)}]")
            .Concat(
                LinksOf(pages)
                    .Select(link => PdfSyntax.Reference(link.Element.Number))
                    .Select((owner, at) => $"{PdfSyntax.Digits(pages.Count + at)} {owner}")
            );

    private static void Number(PdfObjects objects, StructureElement element)
    {
        element.Number = objects.Reserve();
        foreach (var child in element.Kids.OfType<StructureElement>())
        {
            Number(objects, child);
        }
    }

    private static void WriteElement(PdfObjects objects, StructureElement element, int parent)
    {
        objects.Set(
            element.Number,
            $"<< /Type /StructElem /S /{element.Role} /P {PdfSyntax.Reference(parent)}"
                + (element.Language is { } tag ? $" /Lang {PdfSyntax.Ascii(tag)}" : "")
                + (element.Alternative is { } text ? $" /Alt {PdfSyntax.Text(text)}" : "")
                + AttributesOf(element)
                + $" /K [{string.Join(' ', element.Kids.Select(Kid))}] >>"
        );
        foreach (var child in element.Kids.OfType<StructureElement>())
        {
            WriteElement(objects, child, element.Number);
        }
    }

    private static string Kid(object kid) =>
        kid switch
        {
            StructureElement child => PdfSyntax.Reference(child.Number),
            MarkedContent(var page, var mark) =>
                $"<< /Type /MCR /Pg {PdfSyntax.Reference(page.Number)}"
                    + $" /MCID {PdfSyntax.Digits(mark)} >>",
            LinkArea link => $"<< /Type /OBJR /Pg {PdfSyntax.Reference(link.Page.Number)}"
                + $" /Obj {PdfSyntax.Reference(link.Number)} >>",
            _ => throw new InvalidOperationException(kid.ToString()),
        };

    private static string AttributesOf(StructureElement element) =>
        element switch
        {
            { Role: StructureRole.Figure, Box: { } box } =>
                $" /A << /O /Layout /Placement /Block /BBox {box} >>",
            { Role: StructureRole.TH, Scope: { } scope } => $" /A << /O /Table /Scope /{scope} >>",
            { Role: StructureRole.L } => " /A << /O /List /ListNumbering /Disc >>",
            _ => "",
        };
}
