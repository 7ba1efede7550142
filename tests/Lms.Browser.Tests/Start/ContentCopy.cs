using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Start;

/// <summary>A copy of the tests' content that a test may spoil.</summary>
public sealed class ContentCopy : IDisposable
{
    private const string Course = "courses/k1-basics";

    public string Folder { get; } = Directory.CreateTempSubdirectory("lms-content-").FullName;

    public static string QuizFile => $"{Course}/01-three-elements/04-three-elements.quiz.md";

    public static string CourseFile => $"{Course}/course.md";

    private const string LessonFile = $"{Course}/01-three-elements/01-act-means-purpose.md";

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

    /// <summary>A new edition of the act: one lesson says it, one question asks it.</summary>
    public void Amend()
    {
        const string entry =
            "{revision: 2, date: 2026-11-23, kind: major, act: 3739-VI, activities: [act-means-purpose], summary: \"Нова редакція.\"}";
        Change(CourseFile, "revision: 1\nchanges:", $"revision: 2\nchanges:\n  - {entry}");
        File.AppendAllText(
            Path.Combine(Folder, LessonFile),
            "\n\n## Нова редакція\n\nВідтепер згода неповнолітньої особи не має значення взагалі.\n\n"
                + "::: question {#q-edition}\nЩо змінилося?\n\n- [x] Згода\n- [ ] Дорога\n:::\n"
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
