using System.Buffers;
using System.Globalization;
using System.Text;

namespace Lms.Web.Content.Files;

/// <summary>
/// The text of one file of an author, with its lines. A byte-order mark and the line ends of
/// Windows are taken as they come.
/// </summary>
internal sealed class SourceFile
{
    /// <summary>The limits that docs/authoring.md names.</summary>
    public const int MostBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Refused = SearchValues.Create([
        .. Enumerable
            .Range(0, '\u00a0')
            .Select(code => (char)code)
            .Where(letter => char.IsControl(letter) && letter is not ('\t' or '\n')),
    ]);

    private readonly Findings findings;
    private List<int>? lineStarts;

    private SourceFile(string path, string text, Findings findings)
    {
        Path = path;
        Text = text;
        this.findings = findings;
    }

    /// <summary>Relative to the content folder, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Lines end with a line feed alone.</summary>
    public string Text { get; }

    /// <summary>The file at <paramref name="full"/>; null, with findings, when it is no text.</summary>
    public static SourceFile? Open(string full, string path, Findings findings)
    {
        findings.Open(path);
        if (BytesOf(full, path, findings) is not { } bytes)
        {
            return null;
        }

        try
        {
            return Of(Strict.GetString(bytes), path, findings);
        }
        catch (DecoderFallbackException bad)
        {
            var sound = Encoding.UTF8.GetString(bytes, 0, Math.Clamp(bad.Index, 0, bytes.Length));
            var readable = new SourceFile(path, WithLineFeeds(sound), findings);
            readable.Report(FileTexts.NotUtf8, readable.Text.Length);
            return null;
        }
    }

    /// <summary>The same of a text already in memory.</summary>
    public static SourceFile? Of(string text, string path, Findings findings)
    {
        var file = new SourceFile(path, WithLineFeeds(text), findings);
        var at = file.Text.AsSpan().IndexOfAny(Refused);
        if (at < 0)
        {
            return file;
        }

        var code = ((int)file.Text[at]).ToString("X4", CultureInfo.InvariantCulture);
        file.Report(FileTexts.ControlCharacter, at, $"U+{code}");
        return null;
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
    ) => findings.Add(new(Path, line, column, text, args, suggestion));

    public (int Line, int Column) PlaceOf(int offset)
    {
        lineStarts ??= LineStartsOf(Text);
        var line = lineStarts.BinarySearch(Math.Clamp(offset, 0, Text.Length));
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, offset - lineStarts[line] + 1);
    }

    private static List<int> LineStartsOf(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return starts;
    }

    private static byte[]? BytesOf(string full, string path, Findings findings)
    {
        try
        {
            var file = new FileInfo(full);
            var trouble =
                !file.Exists ? FileTexts.Missing
                : file.LinkTarget is not null ? FileTexts.Link
                : file.Length > MostBytes ? FileTexts.TooBig
                : null;
            if (trouble is null)
            {
                return File.ReadAllBytes(full);
            }

            findings.Add(new(path, 1, 1, trouble, []));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            findings.Add(new(path, 1, 1, FileTexts.Unreadable, []));
        }

        return null;
    }

    private static string WithLineFeeds(string text) =>
        text.TrimStart('\ufeff')
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n');
}
