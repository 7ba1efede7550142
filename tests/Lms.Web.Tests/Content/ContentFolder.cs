using System.Text;
using System.Text.RegularExpressions;
using Lms.Web.Content;
using Lms.Web.Content.Pack;

namespace Lms.Web.Tests.Content;

/// <summary>A content folder with a small sound pack and a small sound course, to be spoilt.</summary>
internal sealed class ContentFolder : IDisposable
{
    public const string Course = "courses/basics/course.md";
    public const string Lesson = "courses/basics/01-start/01-first.md";
    public const string Quiz = "courses/basics/01-start/02-check.quiz.md";

    public const string Bank = "courses/basics/banks/a.bank.md";

    public static readonly DateOnly Today = new(2026, 11, 23);

    public ContentFolder()
    {
        foreach (var (path, text) in SoundContent.Files)
        {
            Write(path, text);
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("lms-content-").FullName;

    public ContentFolder Write(string path, string text) =>
        Write(path, Encoding.UTF8.GetBytes(text));

    public ContentFolder Write(string path, byte[] bytes)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    public ContentFolder Replace(string path, string old, string with)
    {
        var text = File.ReadAllText(Path.Combine(Root, path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(path, text.Replace(old, with, StringComparison.Ordinal));
    }

    public ContentFolder Delete(string path)
    {
        File.Delete(Path.Combine(Root, path));
        return this;
    }

    public ContentFolder WriteLesson(string body) => Write(Lesson, SoundContent.LessonHead + body);

    public ContentFolder WriteQuiz(string body) => Write(Quiz, SoundContent.QuizHead + body);

    public ContentFolder WriteBank(string body) => Write(Bank, $"---\ntitle: Банк\n---\n{body}");

    /// <summary>Gives the quiz a key of its own, before its questions.</summary>
    public ContentFolder WithKey(string key) => Replace(Quiz, "minutes: 30", $"minutes: 30\n{key}");

    public CheckedContent Check() =>
        ContentCheck.Run(Root, Path.Combine(Root, "organisation"), Today);

    public CourseDraft Draft() => Check().Course("basics")!.Draft!;

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>Shorter ways to ask for what a text came to.</summary>
internal static partial class Reading
{
    public static CheckedContent Lesson(string body)
    {
        using var content = new ContentFolder();
        return content.WriteLesson(body).Check();
    }

    public static CheckedContent Quiz(string body)
    {
        using var content = new ContentFolder();
        return content.WriteQuiz(body).Check();
    }

    /// <summary>The HTML of the lesson without the ids that its author did not write.</summary>
    public static string Html(this CheckedContent content) =>
        DraftId().Replace(content.Course("basics")!.Draft!.Activities[0].Lesson!.Html, "");

    public static Lms.Domain.Quizzes.Quiz TheQuiz(this CheckedContent content) =>
        content.Course("basics")!.Draft!.Activities[1].Quiz!;

    public static string[] Codes(this CheckedContent content) =>
        [.. content.Findings.Select(finding => finding.Code)];

    public static Finding Only(this CheckedContent content, string code)
    {
        var found = content.Findings.Where(finding => finding.Code == code).ToList();
        Assert.True(found.Count == 1, $"{code} ×{found.Count} in:\n{content.Lines()}");
        return found[0];
    }

    public static string Lines(this CheckedContent content) =>
        string.Join('\n', content.Findings.Select(finding => finding.Print("en")));

    public static void IsClean(this CheckedContent content) => Assert.Equal("", content.Lines());

    [GeneratedRegex(" id=\"d-[0-9a-f]{12}(?:-[0-9]+)?\"", RegexOptions.None, 1000)]
    private static partial Regex DraftId();
}
