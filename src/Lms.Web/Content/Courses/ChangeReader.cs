using System.Globalization;
using Lms.Domain.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>The history that the author writes in course.md.</summary>
internal static class ChangeReader
{
    private const int HighestRevision = 1_000_000;

    private static readonly Dictionary<string, ChangeKind> Kinds = new()
    {
        ["typo"] = ChangeKind.Typo,
        ["minor"] = ChangeKind.Minor,
        ["major"] = ChangeKind.Major,
    };

    public static IReadOnlyList<Change> Read(Fields fields, CourseFolder folder, ActRegister acts)
    {
        fields.Require("changes");
        // What older entries name may be gone since.
        var current = (fields.Find("revision") as YamlScalar)?.Value;
        var changes = new List<Change>();
        foreach (var row in fields.Rows("changes"))
        {
            foreach (var key in new[] { "revision", "date", "kind" })
            {
                row.Require(key);
            }

            var act = CertificateReader.ActOf(row, "act", acts);
            var activities = row.Scalars("activities");
            var summary = row.RequiredText("summary");
            var (revision, date) = (row.Whole("revision", 1, HighestRevision), row.Date("date"));
            var kind = row.Choice("kind", Kinds);
            row.RefuseTheRest();
            if (revision?.ToString(CultureInfo.InvariantCulture) == current)
            {
                CheckActivities(row, activities, folder);
            }

            if (changes.Exists(change => change.Revision == revision))
            {
                var number = revision!.Value.ToString(CultureInfo.InvariantCulture);
                row.ReportKey("revision", CourseTexts.SameRevision, number);
            }
            else if ((revision, date, kind) is ({ } number, { } day, { } reach))
            {
                changes.Add(
                    new(number, day, reach, summary)
                    {
                        Act = act?.Id,
                        Activities =
                            activities.Count == 0
                                ? []
                                : [.. activities.Select(slug => slug.Value).Distinct()],
                    }
                );
            }
        }

        return changes;
    }

    private static void CheckActivities(
        Fields row,
        IReadOnlyList<YamlScalar> activities,
        CourseFolder folder
    )
    {
        var known = folder.Activities.Select(activity => activity.Slug).ToList();
        foreach (var slug in activities.Where(slug => !known.Contains(slug.Value)))
        {
            string[] args = [slug.Value];
            var nearest = Nearest.To(slug.Value, known);
            row.Report(slug, CourseTexts.UnknownActivity, nearest, args);
        }
    }
}
