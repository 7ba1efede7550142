using Lms.Web.Content.Assets;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Terms;

namespace Lms.Web.Content;

/// <summary>Reads everything authors and the organisation wrote. Never throws on what they wrote.</summary>
public static class ContentCheck
{
    /// <param name="contentRoot">The folder that holds <c>courses</c>.</param>
    /// <param name="packFolder">The organisation pack, usually <c>organisation</c> beside it.</param>
    /// <param name="today">In the pack's time zone.</param>
    /// <param name="media">Where pages find pictures and recordings; by default as when published.</param>
    /// <param name="only">The one course to read; all when null.</param>
    public static CheckedContent Run(
        string contentRoot,
        string packFolder,
        DateOnly today,
        MediaAddress? media = null,
        string? only = null
    )
    {
        var findings = new Findings();
        var pack = PackReader.Read(packFolder, findings);
        MapReader.Check(packFolder, pack, findings);
        return Run(contentRoot, pack, findings, today, media, only);
    }

    /// <summary>The same beside a pack that this process has read and found sound.</summary>
    public static CheckedContent Run(string contentRoot, OrganisationPack pack, DateOnly today) =>
        Run(contentRoot, pack, new Findings(), today, null, null);

    private static CheckedContent Run(
        string contentRoot,
        OrganisationPack pack,
        Findings packFindings,
        DateOnly today,
        MediaAddress? media,
        string? only
    )
    {
        var folders = CourseFolders(contentRoot, packFindings);
        var slugs = folders
            .Select(folder => Path.GetFileName(folder))
            .ToHashSet(StringComparer.Ordinal);
        var glossaryFindings = new Findings();
        var glossary = GlossaryReader.Read(contentRoot, pack, slugs, glossaryFindings);
        var surroundings = new CourseSurroundings(pack, today, slugs)
        {
            Glossary = glossary,
            MediaAddress = media ?? MediaFile.Published,
            Order = CourseOrder.Of(folders),
        };
        var courses = folders
            .Where(folder => only is null || Path.GetFileName(folder) == only)
            .Select(folder => Course(folder, surroundings))
            .ToList();
        return new(
            packFindings.HasErrors ? null : pack,
            courses,
            [
                .. packFindings.All,
                .. glossaryFindings.All,
                .. courses.SelectMany(course => course.Findings),
            ]
        );
    }

    private static CheckedCourse Course(string folder, CourseSurroundings surroundings)
    {
        var (slug, findings) = (Path.GetFileName(folder), new Findings());
        try
        {
            var draft = CourseReader.Read(CourseFolder.Read(folder, findings), surroundings);
            return new(slug, draft, findings.All);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // A folder was taken away, or may not be read.
            findings.Add(new($"courses/{slug}", 1, 1, FileTexts.Unreadable, []));
            return new(slug, null, findings.All);
        }
    }

    private static List<string> CourseFolders(string contentRoot, Findings findings)
    {
        var courses = Path.GetFullPath(Path.Combine(contentRoot, "courses"));
        if (!Directory.Exists(courses))
        {
            findings.Add(new("courses", 1, 1, FileTexts.Missing, []));
            return [];
        }

        return
        [
            .. Directory
                .EnumerateDirectories(courses)
                .Where(folder => !Path.GetFileName(folder).StartsWith('.'))
                .Order(StringComparer.Ordinal),
        ];
    }
}

/// <param name="Pack">Null when the pack has an error.</param>
/// <param name="Courses">By slug.</param>
/// <param name="Findings">Of the pack and the glossary, then of each course, in the order of the files.</param>
public sealed record CheckedContent(
    OrganisationPack? Pack,
    IReadOnlyList<CheckedCourse> Courses,
    IReadOnlyList<Finding> Findings
)
{
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    public CheckedCourse? Course(string slug) =>
        Courses.FirstOrDefault(course => course.Slug == slug);
}

/// <param name="Draft">
/// As far as it could be read; null when course.md could not be read at all.
/// </param>
public sealed record CheckedCourse(string Slug, CourseDraft? Draft, IReadOnlyList<Finding> Findings)
{
    /// <summary>May be published: warnings do not stand in the way, errors do.</summary>
    public bool IsClean =>
        Draft is not null && !Findings.Any(finding => finding.Severity == Severity.Error);
}
