using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Lms.Web.Features.Shared.Files;

/// <summary>
/// Finds what acts by itself in a PDF (ISO 32000-1, 12.6.4 and 7.11.4): scripts, programs started, forms
/// sent, files within. What a file hides in ways of its own is not seen: it is only ever given as a
/// download, in a sandbox.
/// </summary>
internal static partial class ActivePdf
{
    private const string Begin = "stream";
    private const string End = "endstream";
    private const int MostInflated = 8 * 1024 * 1024;

    public static bool Is(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        for (var at = 0; ; )
        {
            var begin = text.IndexOf(Begin, at, StringComparison.Ordinal);
            var end = begin < 0 ? -1 : text.IndexOf(End, begin, StringComparison.Ordinal);
            var dictionary = end < 0 ? text[at..] : text[at..begin];
            if (Acts(dictionary))
            {
                return true;
            }

            if (end < 0)
            {
                return false;
            }

            // Objects may lie compressed in a stream of their own (7.5.7); pictures and words do not act.
            if (
                dictionary.Contains("/ObjStm", StringComparison.Ordinal)
                && Acts(Inflated(bytes, begin + Begin.Length, end))
            )
            {
                return true;
            }

            at = end + End.Length;
        }
    }

    private static string Inflated(byte[] bytes, int from, int to)
    {
        while (from < to && bytes[from] is (byte)'\r' or (byte)'\n')
        {
            from++;
        }

        var room = new byte[MostInflated];
        try
        {
            using var stream = new ZLibStream(
                new MemoryStream(bytes, from, to - from),
                CompressionMode.Decompress
            );
            return Encoding.Latin1.GetString(
                room,
                0,
                stream.ReadAtLeast(room, room.Length, throwOnEndOfStream: false)
            );
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    // Letters of a name may be written as #xx (7.3.5).
    private static bool Acts(string text) =>
        Active()
            .IsMatch(
                Hex()
                    .Replace(
                        text,
                        match => ((char)Convert.ToByte(match.Groups["code"].Value, 16)).ToString()
                    )
            );

    [GeneratedRegex(
        "/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|AA)(?![A-Za-z0-9])",
        RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Active();

    [GeneratedRegex("#(?<code>[0-9A-Fa-f]{2})", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Hex();
}
