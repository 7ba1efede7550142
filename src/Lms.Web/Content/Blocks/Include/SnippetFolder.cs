using Lms.Domain.Courses;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Blocks.Include;

/// <summary>
/// The folder <c>snippets</c> of a course: <c>slug.md</c>, or <c>slug.en.md</c> for lessons in that
/// language, and nothing else.
/// </summary>
internal static class SnippetFolder
{
    public const string Name = "snippets";

    /// <summary>Paths within the course folder.</summary>
    public static IReadOnlyList<string> Read(CourseFolder course, string path)
    {
        var snippets = new List<string>();
        var entries = new DirectoryInfo(Path.Combine(course.Full, path))
            .EnumerateFileSystemInfos()
            .Where(entry => !entry.Name.StartsWith('.'))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var (inside, parts) = ($"{path}/{entry.Name}", entry.Name.Split('.'));
            if (entry.LinkTarget is not null)
            {
                course.Report(inside, FileTexts.Link);
            }
            else if (entry is DirectoryInfo || parts is not ([_, "md"] or [_, "uk" or "en", "md"]))
            {
                course.Report(inside, FileTexts.Unexpected);
            }
            else
            {
                if (!Slug.IsValid(parts[0]))
                {
                    course.Report(inside, CourseTexts.BadSlug, parts[0]);
                }

                course.Announce(inside);
                snippets.Add(inside);
            }
        }

        return snippets;
    }
}
