namespace Lms.Web.Pdf;

/// <summary>
/// A tagged PDF 1.7 file (ISO 32000-1, PDF/UA-1): add pages, add elements to
/// <see cref="Structure"/> in reading order, draw on the pages for them, take the bytes.
/// </summary>
public sealed class PdfDocument(PdfDescription description)
{
    private readonly List<PdfPage> pages = [];
    private readonly List<FontSubset> fonts = [];
    private readonly List<PdfAttachment> attachments = [];

    public StructureElement Structure { get; } = new(StructureRole.Document);

    public PdfPage AddPage(PageFormat format)
    {
        var page = new PdfPage(format, FontOf);
        pages.Add(page);
        return page;
    }

    public void Attach(PdfAttachment attachment) => attachments.Add(attachment);

    /// <summary>The file; asked again, the same bytes again.</summary>
    public byte[] ToBytes()
    {
        var objects = new PdfObjects();
        var catalog = objects.Reserve();
        var tree = objects.Reserve();
        foreach (var page in pages)
        {
            page.Number = objects.Reserve();
            page.Links.ForEach(link => link.Number = objects.Reserve());
        }

        var resources = fonts.Select(
            (font, at) => $"/{NameOf(at)} {PdfSyntax.Reference(font.WriteTo(objects))}"
        );
        var shared = objects.Add($"<< /Font << {string.Join(' ', resources)} >> >>");
        foreach (var page in pages)
        {
            WritePage(objects, page, tree, shared);
        }

        var kids = string.Join(' ', pages.Select(page => PdfSyntax.Reference(page.Number)));
        objects.Set(
            tree,
            $"<< /Type /Pages /Count {PdfSyntax.Digits(pages.Count)} /Kids [{kids}] >>"
        );
        var structure = StructureTree.Write(objects, Structure, pages);
        var xmp = objects.AddPlainStream(description.ToXmp(), "/Type /Metadata /Subtype /XML");
        objects.Set(
            catalog,
            $"<< /Type /Catalog /Version /1.7 /Pages {PdfSyntax.Reference(tree)}"
                + $" /Lang {PdfSyntax.Ascii(description.Language)} /MarkInfo << /Marked true >>"
                + $" /StructTreeRoot {PdfSyntax.Reference(structure)}"
                + $" /Metadata {PdfSyntax.Reference(xmp)}"
                + $"{AttachmentsOf(objects)} /ViewerPreferences << /DisplayDocTitle true >> >>"
        );
        var about = objects.Add(description.ToDictionary());
        return objects.ToFile(catalog, about, description.Id.Span);
    }

    private string AttachmentsOf(PdfObjects objects)
    {
        if (attachments.Count == 0)
        {
            return "";
        }

        // A name tree is in the order of its names (7.9.6).
        var written = attachments
            .OrderBy(attachment => attachment.Name, StringComparer.Ordinal)
            .Select(attachment =>
                (attachment.Name, File: PdfSyntax.Reference(attachment.WriteTo(objects)))
            )
            .ToList();
        var files = string.Join(' ', written.Select(one => one.File));
        var names = string.Join(
            ' ',
            written.Select(one => $"{PdfSyntax.Ascii(one.Name)} {one.File}")
        );
        return $" /AF [{files}] /Names << /EmbeddedFiles << /Names [{names}] >> >>";
    }

    private void WritePage(PdfObjects objects, PdfPage page, int tree, int resources)
    {
        foreach (var link in page.Links)
        {
            objects.Set(
                link.Number,
                $"<< /Type /Annot /Subtype /Link /Rect {link.Box} /Border [0 0 0] /F 4"
                    + $" /A << /S /URI /URI {PdfSyntax.Ascii(link.Address.AbsoluteUri)} >>"
                    + $" /Contents {PdfSyntax.Text(link.Contents)}"
                    + $" /StructParent {PdfSyntax.Digits(StructureTree.KeyOf(link, pages))} >>"
            );
        }

        var links = string.Join(' ', page.Links.Select(link => PdfSyntax.Reference(link.Number)));
        objects.Set(
            page.Number,
            $"<< /Type /Page /Parent {PdfSyntax.Reference(tree)}"
                + $" /MediaBox {PdfSyntax.Rectangle(0, 0, page.Format.Width, page.Format.Height)}"
                + $" /Resources {PdfSyntax.Reference(resources)}"
                + $" /Contents {PdfSyntax.Reference(objects.AddStream(page.Content))}"
                + $" /StructParents {PdfSyntax.Digits(pages.IndexOf(page))} /Tabs /S"
                + (links.Length > 0 ? $" /Annots [{links}] >>" : " >>")
        );
    }

    private (string Name, FontSubset Subset) FontOf(TrueTypeFont font)
    {
        var at = fonts.FindIndex(subset => subset.Font == font);
        if (at < 0)
        {
            at = fonts.Count;
            fonts.Add(new FontSubset(font));
        }

        return (NameOf(at), fonts[at]);
    }

    private static string NameOf(int font) => $"F{PdfSyntax.Digits(font + 1)}";
}
