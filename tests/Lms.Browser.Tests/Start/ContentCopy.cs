using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Start;

/// <summary>A copy of the tests' content that a test may spoil.</summary>
public sealed class ContentCopy : IDisposable
{
    private const string Course = "courses/k1-basics";

    public string Folder { get; } = Directory.CreateTempSubdirectory("lms-content-").FullName;

    public static string QuizFile => $"{Course}/01-three-elements/04-three-elements.quiz.md";

    public static string CourseFile => $"{Course}/course.md";

    public ContentCopy() => TestContent.CopyTo(Folder);

    /// <summary>The first question loses its only right answer; gives the line it stands in.</summary>
    public int BreakTheQuiz() => Change(QuizFile, "- [x] мета", "- [ ] мета");

    /// <summary>A new revision under a new title.</summary>
    public void Revise(int revision, string title)
    {
        var entry =
            $"{{revision: {revision}, date: 2026-11-23, kind: minor, summary: \"Нова назва.\"}}";
        Change(CourseFile, "revision: 1\nchanges:", $"revision: {revision}\nchanges:\n  - {entry}");
        Change(
            CourseFile,
            "title: \"Торгівля людьми: що має знати кожен у громаді\"",
            $"title: \"{title}\""
        );
    }

    public void Mend() =>
        File.Copy(
            Repository.File("tests", QuizFile),
            Path.Combine(Folder, QuizFile),
            overwrite: true
        );

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private int Change(string file, string old, string fresh)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} no longer has '{old}'.");
        File.WriteAllText(path, text[..at] + fresh + text[(at + old.Length)..]);
        return text[..at].Count(letter => letter == '\n') + 1;
    }
}
