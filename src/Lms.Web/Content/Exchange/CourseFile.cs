using Lms.Web.Content.Courses;
using Lms.Web.Content.Pack;

namespace Lms.Web.Content.Exchange;

/// <summary>A file of a course as the reader of all content sees it, and what it says of the file.</summary>
/// <param name="Path">Within the course folder, with forward slashes.</param>
/// <param name="Findings">Also those of other files that speak of this one.</param>
internal sealed record CourseFile(CourseDraft? Course, string Path, IReadOnlyList<Finding> Findings)
{
    /// <summary>Null when the file stands in no course of a content folder.</summary>
    public static CourseFile? Check(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (CourseAbove(full) is not { } folder || folder.Parent is not { Name: "courses" } courses)
        {
            return null;
        }

        var root = courses.Parent!.FullName;
        var organisation = System.IO.Path.Combine(root, "organisation");
        var today = PackReader
            .Read(organisation, new Findings())
            .DayOf(TimeProvider.System.GetUtcNow());
        var course = ContentCheck.Run(root, organisation, today).Course(folder.Name);
        var inside = System.IO.Path.GetRelativePath(folder.FullName, full).Replace('\\', '/');
        return new(course?.Draft, inside, About($"courses/{folder.Name}/{inside}", course));
    }

    private static DirectoryInfo? CourseAbove(string file)
    {
        var folder = Directory.GetParent(file);
        while (
            folder is not null
            && !File.Exists(System.IO.Path.Combine(folder.FullName, CourseFolder.CourseFile))
        )
        {
            folder = folder.Parent;
        }

        return folder;
    }

    private static IReadOnlyList<Finding> About(string path, CheckedCourse? course) =>
        [
            .. (course?.Findings ?? []).Where(finding =>
                finding.Path == path
                || finding.Args.Any(arg => arg.StartsWith($"{path}:", StringComparison.Ordinal))
            ),
        ];
}
