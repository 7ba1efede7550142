using Lms.Domain.Courses;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Quizzes;

/// <summary>The folder <c>banks</c> of a course: <c>slug.bank.md</c>, its translations, and nothing else.</summary>
internal static class BankFolder
{
    public const string Name = "banks";

    public static IReadOnlyList<BankFile> Read(CourseFolder course, string path)
    {
        var banks = new List<BankFile>();
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
            else if (entry is FileInfo && parts is [var slug, "bank", "md"])
            {
                if (!Slug.IsValid(slug))
                {
                    course.Report(inside, CourseTexts.BadSlug, slug);
                }

                course.Announce(inside);
                banks.Add(new(inside, slug));
            }
            else if (entry is FileInfo && parts is [var of, "bank", "uk" or "en", "md"])
            {
                course.Announce(inside);
                course.Translate(new(inside, $"{path}/{of}.bank.md", parts[2]));
            }
            else
            {
                course.Report(inside, FileTexts.Unexpected);
            }
        }

        return banks;
    }
}
