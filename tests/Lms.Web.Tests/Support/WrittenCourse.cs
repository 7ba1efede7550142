namespace Lms.Web.Tests.Support;

/// <summary>Courses written for a test beside those of the repository.</summary>
public static class WrittenCourse
{
    /// <summary>The front matter of a course.md that is whole but for <paramref name="keys"/>.</summary>
    public static string Manifest(string title, string keys = "") =>
        $$"""
            ---
            title: "{{title}}"
            summary: "Коротко."
            language: uk
            hours: {self: 1}
            revision: 1
            changes:
              - {revision: 1, date: 2026-11-23, kind: major, summary: "Перше видання."}
            {{keys}}
            ---

            Опис.
            """;

    public static string Lesson(string title, string body, string keys = "minutes: 30") =>
        $"---\ntitle: \"{title}\"\n{keys}\n---\n\n{body}\n";

    /// <summary>A content folder of its own with these files beside the repository's.</summary>
    /// <param name="files">Path within <c>courses</c>, and the text.</param>
    public static async Task<string> BesideAsync(params (string Path, string Text)[] files)
    {
        var folder = ContentCopy.Make();
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(folder, "courses", path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllTextAsync(full, text);
        }

        return folder;
    }
}
