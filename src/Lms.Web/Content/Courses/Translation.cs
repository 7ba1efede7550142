using System.Security.Cryptography;
using System.Text;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>A translation opened beside its source.</summary>
/// <param name="IsStale">It does not name the source as that stands today.</param>
internal sealed record Translation(SourceFile File, FrontMatter Front, bool IsStale)
{
    private const string Key = "source";
    private const int HashDigits = 16;

    public Fields Fields => Front.Fields;

    /// <summary>Null, with findings, when the file cannot be read.</summary>
    public static Translation? Open(CourseFolder folder, TranslationFile file, SourceFile source)
    {
        if (folder.Open(file.Path) is not { } text || FrontMatter.Read(text) is not { } front)
        {
            return null;
        }

        return new(text, front, IsOlder(front.Fields, source));
    }

    /// <summary>Whether the key <c>source</c> names another state of the source; warns when it does.</summary>
    public static bool IsOlder(Fields fields, SourceFile source)
    {
        var now = HashOf(source);
        var isOlder = fields.Text(Key) != now;
        if (isOlder)
        {
            fields.ReportKey(Key, TranslationTexts.Stale, now);
        }

        return isOlder;
    }

    /// <summary>
    /// Names a state of a file: the first digits of the SHA-256 of its text with line feeds alone and
    /// no blanks at its end.
    /// </summary>
    public static string HashOf(SourceFile source)
    {
        var text = Encoding.UTF8.GetBytes(source.Text.TrimEnd());
        return Convert.ToHexStringLower(SHA256.HashData(text))[..HashDigits];
    }

    /// <summary>At the heading that has the id, else where the text begins.</summary>
    public void ReportAt(string id, FindingText text)
    {
        var found = File.Text.IndexOf($"{{#{id}", Front.BodyStart, StringComparison.Ordinal);
        File.Report(text, found < 0 ? Front.BodyStart : found, id);
    }
}
