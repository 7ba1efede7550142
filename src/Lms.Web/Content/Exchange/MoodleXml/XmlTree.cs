using System.Text;
using System.Xml;

namespace Lms.Web.Content.Exchange.MoodleXml;

/// <summary>
/// Walks a file of XML, one question in memory at a time: no DTD, no entity of the file's own, a limit
/// on depth and on elements.
/// </summary>
internal sealed class XmlTree(XmlReader reader)
{
    private const int Deepest = 32;
    private const int MostParts = 5_000;
    private const int MostAttributes = 500;

    private int parts;

    public static XmlReader Open(string text) =>
        XmlReader.Create(
            new StringReader(text),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );

    /// <summary>Where the file declares a document type, which it may do before its first element; else -1.</summary>
    public static int DoctypeOf(string text)
    {
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var after = text.AsSpan(at + 1);
            if (after is [var letter, ..] && char.IsLetter(letter))
            {
                return -1;
            }

            if (after.StartsWith("!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>
    /// Whether a start tag could have more attributes than any honest one: they are kept in memory
    /// before they can be counted.
    /// </summary>
    public static bool HasTooManyAttributes(string text)
    {
        var count = 0;
        foreach (var letter in text)
        {
            count = letter switch
            {
                '<' => 0,
                '=' => count + 1,
                _ => count,
            };
            if (count > MostAttributes)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next start of an element or an end; false at the end of the file.</summary>
    /// <exception cref="TooDeepException">Deeper than a question can be.</exception>
    public bool Move()
    {
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                throw new TooDeepException();
            }

            if (reader.NodeType != XmlNodeType.Whitespace)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The element that the reader stands on, to its end; null past the limit.</summary>
    public XmlPart? Take()
    {
        parts = 0;
        var part = Part();
        return parts > MostParts ? null : part;
    }

    private XmlPart Part()
    {
        var (name, isEmpty, depth) = (reader.LocalName, reader.IsEmptyElement, reader.Depth);
        var place = (IXmlLineInfo)reader;
        var (line, column) = (place.LineNumber, Math.Max(1, place.LinePosition - 1));
        var attributes = Attributes();
        var (inside, text) = (new List<XmlPart>(), new StringBuilder());
        while (!isEmpty && Move() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                parts++;
                if (Part() is var part && parts <= MostParts)
                {
                    inside.Add(part);
                }
            }
            // A file lies in the export as a long line of letters: only its name counts.
            else if (reader.HasValue && name != "file")
            {
                text.Append(reader.Value);
            }
        }

        return new(name, attributes, text.ToString().Trim(), inside, line, column);
    }

    private Dictionary<string, string> Attributes()
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            attributes[reader.LocalName] = reader.Value;
        }

        reader.MoveToElement();
        return attributes;
    }
}

/// <summary>A file that nests deeper than a question can.</summary>
internal sealed class TooDeepException : Exception;
