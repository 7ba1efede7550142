using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>The courses beside the pack, as far as the pack names them.</summary>
internal sealed class PackCourses(IReadOnlyDictionary<string, IReadOnlyList<string>>? casesOf)
{
    private const string CaseEnding = ".case.md";

    /// <param name="folder"><c>courses</c>; a pack that stands alone may name any.</param>
    public static PackCourses Of(string folder) =>
        new(
            Directory.Exists(folder)
                ? Directory
                    .EnumerateDirectories(folder)
                    .ToDictionary(
                        course => Path.GetFileName(course),
                        CasesIn,
                        StringComparer.Ordinal
                    )
                : null
        );

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
    public (string Course, string Case)? KnownCase(Fields fields, YamlScalar written)
    {
        var parts = written.Value.Split('/');
        if (
            parts is [var course, var branching]
            && (casesOf is null || casesOf.GetValueOrDefault(course)?.Contains(branching) == true)
        )
        {
            return (course, branching);
        }

        var known = (casesOf ?? new Dictionary<string, IReadOnlyList<string>>()).SelectMany(one =>
            one.Value.Select(name => $"{one.Key}/{name}")
        );
        string[] args = [written.Value, "courses"];
        fields.Report(written, PackTexts.UnknownCode, Nearest.To(written.Value, known), args);
        return null;
    }

    private static IReadOnlyList<string> CasesIn(string course) =>
        [
            .. Directory
                .EnumerateFiles(course, "*" + CaseEnding, SearchOption.AllDirectories)
                .Select(file => NumberedName.SlugOf(Path.GetFileName(file)))
                .Distinct(),
        ];
}
