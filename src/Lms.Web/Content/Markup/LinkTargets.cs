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
    /// <summary>The page at <paramref name="relative"/>, seen from <paramref name="file"/>.</summary>
    public LinkedPage? Find(string file, string relative)
    {
        if (relative.Length == 0)
        {
            return Pages.GetValueOrDefault(file);
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

        return Pages.GetValueOrDefault(string.Join('/', path));
    }

    /// <summary>Whether a page of the site may be linked; courses must exist.</summary>
    public bool IsOnSite(string path)
    {
        string[] steps = path.Split('?', '#')[0].Split('/');
        return steps is not ["", "courses", _, ..] || Courses.Contains(steps[2]);
    }
}

/// <param name="Href">From the root of the site.</param>
internal sealed record LinkedPage(string Href, IReadOnlySet<string> Anchors);
