using Lms.Web.Content.Exchange.Aiken;
using Lms.Web.Content.Exchange.Gift;
using Lms.Web.Content.Exchange.MoodleXml;

namespace Lms.Web.Content.Exchange;

/// <summary>The formats a file of questions may have, by the names of the command line.</summary>
internal static class ExchangeFormats
{
    private static readonly Dictionary<string, Func<ImportFile, ImportedFile>> Readers = new(
        StringComparer.Ordinal
    )
    {
        ["gift"] = GiftReader.Read,
        ["aiken"] = AikenReader.Read,
        ["moodlexml"] = MoodleXmlReader.Read,
    };

    public static string[] Names => [.. Readers.Keys];

    public static ImportedFile Read(string format, ImportFile file) => Readers[format](file);
}
