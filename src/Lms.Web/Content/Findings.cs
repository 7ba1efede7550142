namespace Lms.Web.Content;

/// <summary>Collects what was found; lists it in the order of the files, then of the places.</summary>
public sealed class Findings
{
    // A file of nothing but errors must not fill the memory or the screen.
    private const int MostPerFile = 100;

    private readonly Dictionary<string, List<Finding>> byPath = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    public IReadOnlyList<Finding> All =>
        [
            .. order.SelectMany(path =>
                byPath[path].OrderBy(finding => finding.Line).ThenBy(finding => finding.Column)
            ),
        ];

    public bool HasErrors =>
        byPath.Values.Any(found => found.Exists(finding => finding.Severity == Severity.Error));

    /// <summary>Gives the file its place in the order before anything is found in it.</summary>
    internal void Open(string path)
    {
        if (byPath.TryAdd(path, []))
        {
            order.Add(path);
        }
    }

    internal void Add(Finding finding)
    {
        Open(finding.Path);
        var found = byPath[finding.Path];
        if (found.Exists(finding.IsSame))
        {
            return;
        }

        if (found.Count < MostPerFile)
        {
            found.Add(finding);
        }
        else if (found.Count == MostPerFile)
        {
            found.Add(new(finding.Path, int.MaxValue, 1, Files.FileTexts.TooManyFindings, []));
        }
    }
}
