using System.Globalization;
using Lms.Domain.Courses;
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

    public static IReadOnlyList<Change> Read(Fields fields, ActRegister acts)
    {
        fields.Require("changes");
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
                            activities.Count == 0 ? [] : [.. activities.Select(slug => slug.Value)],
                    }
                );
            }
        }

        return changes;
    }
}
