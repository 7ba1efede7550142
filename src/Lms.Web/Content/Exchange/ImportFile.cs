using System.Globalization;
using System.Text;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Exchange;

/// <summary>The text of a file to import, its lines, and what is found in it.</summary>
internal sealed class ImportFile
{
    public const int MostBytes = 4 * 1024 * 1024;

    // What is wrong everywhere need not be said ten thousand times.
    private const int MostFindings = 1_000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly List<Finding> findings = [];
    private readonly List<int> lineStarts = [0];

    private ImportFile(string path, string text)
    {
        (Path, Text) = (path, text);
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            lineStarts.Add(at + 1);
        }
    }

    /// <summary>As it was named by who asked.</summary>
    public string Path { get; }

    /// <summary>Lines end with a line feed alone.</summary>
    public string Text { get; }

    /// <summary>In the order of the places.</summary>
    public IReadOnlyList<Finding> Findings =>
        [.. findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column)];

    /// <summary>Never throws: a file that is no text is empty and says why.</summary>
    public static ImportFile Open(string path)
    {
        try
        {
            return new FileInfo(path).Length > MostBytes
                ? Refused(path, ExchangeTexts.FileTooBig)
                : Of(path, File.ReadAllBytes(path));
        }
        catch (Exception gone)
            when (gone is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refused(path, FileTexts.Unreadable);
        }
    }

    public static ImportFile Of(string path, byte[] bytes)
    {
        try
        {
            return new(path, WithLineFeeds(Strict.GetString(bytes)));
        }
        catch (DecoderFallbackException bad)
        {
            var at = Math.Clamp(bad.Index, 0, bytes.Length);
            var file = new ImportFile(
                path,
                WithLineFeeds(Encoding.UTF8.GetString(bytes.AsSpan(0, at)))
            );
            var offset = at.ToString(CultureInfo.InvariantCulture);
            file.Report(ExchangeTexts.NotUtf8, file.Text.Length, offset);
            return new(path, "") { findings = { file.findings[0] } };
        }
    }

    public void Report(FindingText text, int offset, params string[] args)
    {
        var (line, column) = PlaceOf(offset);
        ReportAt(text, line, column, null, args);
    }

    public void ReportAt(
        FindingText text,
        int line,
        int column,
        string? suggestion,
        params string[] args
    )
    {
        if (findings.Count < MostFindings)
        {
            findings.Add(new(Path, line, column, text, args, suggestion));
        }
        else if (findings.Count == MostFindings)
        {
            findings.Add(new(Path, line, column, ExchangeTexts.TooManyFindings, []));
        }
    }

    /// <summary>So much is wrong that reading on would help nobody.</summary>
    public bool IsHopeless => findings.Count > MostFindings;

    public (int Line, int Column) PlaceOf(int offset)
    {
        var line = lineStarts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, offset - lineStarts[line] + 1);
    }

    /// <summary>Of another file, which the same person should see.</summary>
    public void Add(Finding finding) => findings.Add(finding);

    private static ImportFile Refused(string path, FindingText why)
    {
        var file = new ImportFile(path, "");
        file.Report(why, 0);
        return file;
    }

    private static string WithLineFeeds(string text) =>
        text.TrimStart('\ufeff')
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n');
}
