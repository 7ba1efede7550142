using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Quizzes;

/// <summary>An id that was written, and where.</summary>
public sealed record WrittenId(string Path, int Line, string Id);

/// <summary>
/// Gives the questions that have none an id in their files; not another byte is touched.
/// </summary>
public static class WriteIds
{
    private const int Digits = 8;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="contentRoot">The folder that holds <c>courses</c>.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<WrittenId> Run(string contentRoot, CheckedContent content)
    {
        var written = new List<WrittenId>();
        foreach (var draft in content.Courses.Select(course => course.Draft))
        {
            foreach (
                var file in draft?.Questions.WithoutId.Distinct().GroupBy(one => one.Path) ?? []
            )
            {
                written.AddRange(
                    InFile(
                        contentRoot,
                        file.Key,
                        [.. file.Select(one => one.Line)],
                        draft!.Questions
                    )
                );
            }
        }

        return written;
    }

    private static List<WrittenId> InFile(
        string contentRoot,
        string path,
        HashSet<int> lines,
        CourseQuestions questions
    )
    {
        var full = Path.Combine(contentRoot, path);
        var text = Strict.GetString(File.ReadAllBytes(full));
        var (edited, written) = (new StringBuilder(text.Length), new List<WrittenId>());
        var (number, start) = (1, 0);
        while (start < text.Length)
        {
            var end = EndOf(text, start);
            var line = text[start..end];
            if (lines.Contains(number) && Place(line) is { } at)
            {
                var id = NewId(path, line, questions, written);
                edited.Append(line, 0, at.Offset).Append(at.Before).Append(id).Append(at.After);
                line = line[at.Offset..];
                written.Add(new(path, number, id));
            }

            start = Math.Min(text.Length, AfterBreak(text, end));
            edited.Append(line).Append(text, end, start - end);
            number++;
        }

        if (written.Count > 0)
        {
            File.WriteAllBytes(full, Strict.GetBytes(edited.ToString()));
        }

        return written;
    }

    /// <summary>Where in the line the id goes, and what stands around it; null where braces cannot be read.</summary>
    private static (int Offset, string Before, string After)? Place(string line)
    {
        var body = WithoutClosing(line.TrimEnd());
        if (AttributeList.AtEndOf(body, 0, out var braces) is not { } attributes)
        {
            return (body.Length, " {#", "}");
        }

        var inside = body[(braces + 1)..^1];
        return attributes.IsReadable ? (braces + 1, "#", " ")
            : string.IsNullOrWhiteSpace(inside) ? (braces + 1, "#", "")
            : null;
    }

    /// <summary>A heading without the number signs that may end it (CommonMark 0.31.2, 4.2).</summary>
    private static string WithoutClosing(string line)
    {
        var bare = line.TrimEnd('#');
        return bare.Length < line.Length && bare is [.., ' ' or '\t'] && bare.Contains('#')
            ? bare.TrimEnd()
            : line;
    }

    /// <summary>The same words in the same file give the same id, so that it tells nothing but them.</summary>
    private static string NewId(
        string path,
        string line,
        CourseQuestions questions,
        List<WrittenId> written
    )
    {
        var named = Encoding.UTF8.GetBytes($"{path}\n{line.Trim()}");
        var id = $"q-{Convert.ToHexStringLower(SHA256.HashData(named))[..Digits]}";
        var free = id;
        for (var next = 2; questions.IsTaken(free) || written.Exists(one => one.Id == free); next++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{next}");
        }

        return free;
    }

    private static int EndOf(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : start + end;
    }

    private static int AfterBreak(string text, int end) =>
        end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
}
