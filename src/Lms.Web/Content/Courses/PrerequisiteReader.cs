using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>The courses that come before this one; each exists, and none comes after it too.</summary>
internal static class PrerequisiteReader
{
    private const string Key = "prerequisites";

    public static IReadOnlyList<string> Read(
        Fields fields,
        string course,
        CourseSurroundings surroundings
    )
    {
        var written = fields.Scalars(Key);
        foreach (var slug in written.Where(slug => !surroundings.Courses.Contains(slug.Value)))
        {
            string[] args = [slug.Value];
            var nearest = Nearest.To(slug.Value, surroundings.Courses.Where(one => one != course));
            fields.Report(slug, CourseTexts.UnknownPrerequisite, nearest, args);
        }

        if (surroundings.Order.CycleOf(course) is { } cycle)
        {
            fields.ReportKey(Key, CourseTexts.PrerequisiteCycle, string.Join(" → ", cycle));
        }

        return [.. Slugs(fields).Where(surroundings.Courses.Contains)];
    }

    public static IEnumerable<string> Slugs(Fields fields) =>
        fields.List(Key).OfType<YamlScalar>().Select(slug => slug.Value).Distinct();
}

/// <summary>Which courses come before which, by what their files say, sound or not.</summary>
internal sealed class CourseOrder(IReadOnlyDictionary<string, IReadOnlyList<string>> before)
{
    /// <param name="folders">Of the courses, in full.</param>
    public static CourseOrder Of(IEnumerable<string> folders) =>
        new(
            folders.ToDictionary(
                folder => Path.GetFileName(folder),
                folder => BeforeIn(Path.Combine(folder, CourseFolder.CourseFile)),
                StringComparer.Ordinal
            )
        );

    /// <summary>The shortest way from a course over what comes before it back to it; null when there is none.</summary>
    public IReadOnlyList<string>? CycleOf(string course)
    {
        var ways = new Queue<IReadOnlyList<string>>([
            [course],
        ]);
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in before.GetValueOrDefault(way[^1]) ?? [])
            {
                if (next == course)
                {
                    return [.. way, next];
                }

                if (met.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }

    // What cannot be read is reported where the course itself is.
    private static IReadOnlyList<string> BeforeIn(string file) =>
        SourceFile.Open(file, CourseFolder.CourseFile, new Findings()) is { } source
        && FrontMatter.Read(source) is { } front
            ? [.. PrerequisiteReader.Slugs(front.Fields)]
            : [];
}
