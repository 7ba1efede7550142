using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Blocks.Include;

/// <summary>The texts of a course's folder <c>snippets</c>, which its lessons include.</summary>
/// <param name="paths">Within the course folder.</param>
/// <param name="open">Reads one; null, with findings, when it is no text.</param>
internal sealed class CourseSnippets(
    IReadOnlyCollection<string> paths,
    Func<string, SourceFile?> open
)
{
    private readonly Dictionary<string, SourceFile?> opened = new(StringComparer.Ordinal);

    public static CourseSnippets None { get; } = new([], _ => null);

    public IReadOnlyCollection<string> Paths => paths;

    public bool Has(string path) => paths.Contains(path);

    /// <summary>The file, which is used from now on.</summary>
    public SourceFile? Use(string path)
    {
        if (!opened.TryGetValue(path, out var file))
        {
            opened[path] = file = open(path);
        }

        return file;
    }

    /// <summary>Checks and reports what no text of the course has included.</summary>
    public void WarnOfUnused(MarkupSetting setting)
    {
        foreach (var path in paths.Where(path => !opened.ContainsKey(path)).ToList())
        {
            if (Use(path) is { } file)
            {
                file.Report(IncludeTexts.Unused, 0);
                Snippet.Parse(file, setting with { Inclusion = new(path) });
            }
        }
    }
}
