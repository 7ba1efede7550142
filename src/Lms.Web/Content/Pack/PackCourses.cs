using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>The courses beside the pack, as far as the pack names them.</summary>
internal sealed class PackCourses(
    IReadOnlyDictionary<string, IReadOnlyList<string>>? casesOf,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? decksOf
)
{
    private const string CaseEnding = ".case.md";
    private const string DeckEnding = ".slides.md";

    /// <param name="folder"><c>courses</c>; a pack that stands alone may name any.</param>
    public static PackCourses Of(string folder) =>
        new(Read(folder, CaseEnding), Read(folder, DeckEnding));

    /// <summary>The slug; null, with a finding, when there is no such course.</summary>
    public string? Known(Fields fields, YamlScalar slug)
    {
        if (casesOf?.ContainsKey(slug.Value) != false)
        {
            return slug.Value;
        }

        string[] args = [slug.Value, "courses"];
        fields.Report(slug, PackTexts.UnknownCode, Nearest.To(slug.Value, casesOf.Keys), args);
        return null;
    }

    /// <summary>Course and case of <c>course/case</c>; null, with a finding, when there is none.</summary>
    public (string Course, string Case)? KnownCase(Fields fields, YamlScalar written) =>
        Known(fields, written, casesOf);

    /// <summary><c>course/deck</c> as it is written; null, with a finding, when there is none.</summary>
    public string? KnownDeck(Fields fields, YamlScalar written) =>
        Known(fields, written, decksOf) is var (course, deck) ? $"{course}/{deck}" : null;

    private static (string Course, string Activity)? Known(
        Fields fields,
        YamlScalar written,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? all
    )
    {
        var parts = written.Value.Split('/');
        if (
            parts is [var course, var activity]
            && (all is null || all.GetValueOrDefault(course)?.Contains(activity) == true)
        )
        {
            return (course, activity);
        }

        var known = (all ?? new Dictionary<string, IReadOnlyList<string>>()).SelectMany(one =>
            one.Value.Select(name => $"{one.Key}/{name}")
        );
        string[] args = [written.Value, "courses"];
        fields.Report(written, PackTexts.UnknownCode, Nearest.To(written.Value, known), args);
        return null;
    }

    private static Dictionary<string, IReadOnlyList<string>>? Read(string folder, string ending) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateDirectories(folder)
                .ToDictionary(
                    course => Path.GetFileName(course),
                    course => FilesIn(course, ending),
                    StringComparer.Ordinal
                )
            : null;

    private static IReadOnlyList<string> FilesIn(string course, string ending) =>
        [
            .. Directory
                .EnumerateFiles(course, "*" + ending, SearchOption.AllDirectories)
                .Select(file => NumberedName.SlugOf(Path.GetFileName(file)))
                .Distinct(),
        ];
}
