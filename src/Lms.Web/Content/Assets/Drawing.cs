using System.Globalization;
using System.Xml;

namespace Lms.Web.Content.Assets;

/// <summary>
/// An SVG read through. Pages show it as a picture, where nothing in it runs; one that holds scripts
/// or reaches for other files is refused all the same.
/// </summary>
/// <param name="Trouble">What may not stand in it; null when it is still.</param>
internal sealed record Drawing(PictureSize? Size, string? Trouble)
{
    private const int MostCharacters = 4 * 1024 * 1024;
    private const int LargestSide = 20_000;

    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "foreignObject",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "handler",
        "listener",
    };

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
    };

    /// <summary>Null when it is no drawing at all.</summary>
    public static Drawing? Of(Stream file)
    {
        try
        {
            using var xml = XmlReader.Create(file, Reading);
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "svg")
            {
                return null;
            }

            var size = SizeOf(xml);
            string? trouble = null;
            do
            {
                trouble ??= TroubleIn(xml);
            } while (xml.Read());

            return new(size, trouble);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? TroubleIn(XmlReader xml)
    {
        if (xml.NodeType is XmlNodeType.ProcessingInstruction)
        {
            return xml.Name;
        }

        if (xml.NodeType != XmlNodeType.Element)
        {
            return null;
        }

        var trouble = Refused.Contains(xml.LocalName) ? xml.LocalName : null;
        while (xml.MoveToNextAttribute())
        {
            if (
                xml.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || (xml.LocalName is "href" or "src" && !IsInside(xml.Value))
            )
            {
                trouble ??= xml.Name;
            }
        }

        xml.MoveToElement();
        return trouble;
    }

    private static bool IsInside(string address) =>
        address.TrimStart() is ['#', ..] or ""
        || address.TrimStart().StartsWith("data:image/png", StringComparison.Ordinal)
        || address.TrimStart().StartsWith("data:image/jpeg", StringComparison.Ordinal);

    private static PictureSize? SizeOf(XmlReader svg)
    {
        if (
            (Side(svg.GetAttribute("width")), Side(svg.GetAttribute("height"))) is
            ({ } width, { } height)
        )
        {
            return new(width, height);
        }

        var box = (svg.GetAttribute("viewBox") ?? "").Split(
            [' ', ','],
            StringSplitOptions.RemoveEmptyEntries
        );
        return box.Length == 4 && (Side(box[2]), Side(box[3])) is ({ } wide, { } high)
            ? new(wide, high)
            : null;
    }

    private static int? Side(string? written) =>
        double.TryParse(
            written?.Replace("px", "", StringComparison.Ordinal),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var side
        ) && side is >= 1 and <= LargestSide
            ? (int)Math.Round(side)
            : null;
}
