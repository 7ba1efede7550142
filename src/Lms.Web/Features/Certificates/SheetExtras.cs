using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Tokens;
using PdfPigDocument = UglyToad.PdfPig.PdfDocument;

namespace Lms.Web.Features.Certificates;

/// <summary>What a file holds that no issued sheet does; each shows or does something by itself.</summary>
internal enum SheetExtra
{
    /// <summary>Bytes after the end of the file as it was issued, or before its beginning.</summary>
    Appended,

    /// <summary>A note, stamp, form field or link; the one link of the address is not meant.</summary>
    Annotation,

    /// <summary>A form, a script, layers or the like.</summary>
    Active,
}

internal static class SheetExtras
{
    private static readonly string[] OfCatalog =
    [
        "Type",
        "Version",
        "Pages",
        "Lang",
        "MarkInfo",
        "StructTreeRoot",
        "Metadata",
        "AF",
        "Names",
        "ViewerPreferences",
    ];

    private static readonly string[] OfLink =
    [
        "Type",
        "Subtype",
        "Rect",
        "Border",
        "F",
        "A",
        "Contents",
        "StructParent",
    ];

    public static IEnumerable<SheetExtra> Of(byte[] file, PdfPigDocument document)
    {
        if (!IsWhole(file))
        {
            yield return SheetExtra.Appended;
        }

        var catalog = document.Structure.Catalog.CatalogDictionary;
        if (
            catalog.Data.Keys.Except(OfCatalog).Any()
            || (
                catalog.TryGet(NameToken.Names, out DictionaryToken names)
                && names.Data.Keys.Any(name => name != "EmbeddedFiles")
            )
        )
        {
            yield return SheetExtra.Active;
        }

        var annotations = document
            .GetPages()
            .SelectMany(page => page.GetAnnotations().Select(one => (page.Number, one)))
            .ToList();
        if (annotations.Count > 1 || annotations.Exists(one => one.Number != 1 || !IsLink(one.one)))
        {
            yield return SheetExtra.Annotation;
        }
    }

    /// <summary>One end, at the end: an incremental update (ISO 32000-2, 7.5.6) adds another.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> file) =>
        file.Count("startxref"u8) == 1 && file.Count("%%EOF"u8) == 1 && file.EndsWith("%%EOF\n"u8);

    private static bool IsLink(Annotation one) =>
        one.Type == AnnotationType.Link
        && !one.AnnotationDictionary.Data.Keys.Except(OfLink).Any()
        && one.AnnotationDictionary.TryGet(NameToken.A, out DictionaryToken action)
        && action.TryGet(NameToken.S, out NameToken kind)
        && kind.Data == "URI";
}
