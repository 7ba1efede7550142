using Lms.Web.Content.Assets;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Markup;

/// <summary>The pages of a course that its texts may link to, by file.</summary>
/// <param name="Course">The slug.</param>
/// <param name="Pages">By path within the course folder.</param>
/// <param name="Courses">Slugs of all courses of the content.</param>
internal sealed record LinkTargets(
    string Course,
    IReadOnlyDictionary<string, LinkedPage> Pages,
    IReadOnlySet<string> Courses
)
{
    public CourseAssets Assets { get; init; } = new(new Dictionary<string, Asset>());

    /// <summary>Of a page that leads to itself and to what is no file of the course.</summary>
    public static LinkTargets Of(
        string course,
        ActivityFile file,
        IReadOnlySet<string> anchors,
        IReadOnlySet<string> courses
    ) =>
        new(
            course,
            new Dictionary<string, LinkedPage>(StringComparer.Ordinal)
            {
                [file.Path] = LinkedPage.Of(course, file, anchors),
            },
            courses
        );

    /// <summary>The page at <paramref name="relative"/>, seen from <paramref name="file"/>.</summary>
    public LinkedPage? Find(string file, string relative) =>
        Resolve(file, relative) is { } path ? Pages.GetValueOrDefault(path) : null;

    /// <summary>The same of an asset, which is used from now on.</summary>
    public Asset? UseAsset(string file, string relative) =>
        Resolve(file, Uri.UnescapeDataString(relative)) is { } path ? Assets.Use(path) : null;

    /// <summary>"Did you mean", written as <paramref name="file"/> would write it.</summary>
    public string? NearestPage(string file, string relative) =>
        Nearest.To(relative, Pages.Keys.Select(page => NameFrom(file, page)));

    public string? NearestAsset(string file, string relative) =>
        Nearest.To(relative, Assets.Paths.Select(path => NameFrom(file, path)));

    internal static string NameFrom(string file, string path)
    {
        var folder = file.Split('/')[..^1];
        var inFolder = string.Concat(folder.Select(step => step + "/"));
        return inFolder.Length > 0 && path.StartsWith(inFolder, StringComparison.Ordinal)
            ? path[inFolder.Length..]
            : string.Concat(Enumerable.Repeat("../", folder.Length)) + path;
    }

    /// <summary>A path within the course folder; null when it leads out of it.</summary>
    internal static string? Resolve(string file, string relative)
    {
        if (relative.Length == 0)
        {
            return file;
        }

        var path = new List<string>(file.Split('/')[..^1]);
        foreach (var step in relative.Split('/'))
        {
            switch (step)
            {
                case ".":
                    break;
                case ".." when path.Count > 0:
                    path.RemoveAt(path.Count - 1);
                    break;
                case "..":
                    return null;
                default:
                    path.Add(step);
                    break;
            }
        }

        return string.Join('/', path);
    }

    /// <summary>Whether a page of the site may be linked; courses must exist.</summary>
    public bool IsOnSite(string path)
    {
        string[] steps = path.Split('?', '#')[0].Split('/');
        return steps is not ["", "courses", _, ..] || Courses.Contains(steps[2]);
    }
}

/// <param name="Href">From the root of the site.</param>
internal sealed record LinkedPage(string Href, IReadOnlySet<string> Anchors)
{
    public static LinkedPage Of(string course, ActivityFile file, IReadOnlySet<string> anchors) =>
        new($"/courses/{course}/{file.Slug}", anchors);
}
