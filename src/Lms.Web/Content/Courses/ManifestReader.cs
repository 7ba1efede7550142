using System.Globalization;
using Lms.Domain.Courses;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>What the front matter of course.md says, modules and description apart.</summary>
internal sealed record ManifestKeys(CourseManifest Manifest, int Revision);

internal static class ManifestReader
{
    private const int MostHours = 1_000;
    private const int HighestRevision = 1_000_000;
    private const int LongestTask = 6_000;

    private static readonly Dictionary<string, string> Languages = new()
    {
        ["uk"] = "uk",
        ["en"] = "en",
    };

    private static readonly Dictionary<string, ActivityOrder> Orders = new()
    {
        ["free"] = ActivityOrder.Free,
        ["sequential"] = ActivityOrder.Sequential,
    };

    private static readonly Dictionary<string, CourseAccess> Accesses = new()
    {
        ["members"] = CourseAccess.Members,
        ["public"] = CourseAccess.Public,
    };

    public static ManifestKeys Read(
        Fields fields,
        CourseFolder folder,
        CourseSurroundings surroundings
    )
    {
        var pack = surroundings.Pack;
        var title = fields.RequiredText("title");
        var manifest = new CourseManifest
        {
            Title = title,
            Code = fields.Text("code"),
            Summary = fields.RequiredText("summary"),
            Language = LanguageOf(fields, pack),
            Hours = HoursOf(fields),
            Competences = CompetenceLevels.Read(fields, "competences", surroundings.Competences, 1),
            Outcomes = fields.Texts("outcomes"),
            Audience = AudienceOf(fields, surroundings),
            Sources = SourcesOf(fields),
            Certificate = CertificateReader.Read(fields, title, pack),
            ContentNote = fields.OptionalText("content-note"),
            Authors = AuthorsOf(fields),
            Licence = fields.Text("licence"),
            Reviewed = fields.Date("reviewed"),
            ReviewBy = ReviewByOf(fields, surroundings.Today),
            IsPrivate = fields.Flag("private") ?? false,
            Order = fields.Choice("order", Orders) ?? ActivityOrder.Free,
            Access = fields.Choice("access", Accesses) ?? CourseAccess.Members,
            Prerequisites = PrerequisiteReader.Read(fields, folder.Slug, surroundings),
            Completion = CompletionReader.Read(fields),
            Tasks = TasksOf(fields),
            Changes = ChangeReader.Read(fields, folder, pack.Acts),
        };
        var revision = RevisionOf(fields, manifest.Changes);
        fields.RefuseTheRest();
        return new(manifest, revision);
    }

    public static string LanguageOf(Fields fields, OrganisationPack pack)
    {
        var written = fields.Find("language") is YamlScalar scalar ? scalar.Value : "";
        if (written.Length > 0 && !Languages.ContainsKey(written))
        {
            string[] args = ["language", string.Join(", ", Languages.Keys), written];
            fields.Report(fields.Find("language")!, YamlTexts.ExpectsOneOf, null, args);
        }

        return Languages.GetValueOrDefault(written) ?? pack.Languages[0];
    }

    private static CourseHours HoursOf(Fields fields)
    {
        fields.Require("hours");
        if (fields.Map("hours") is not { } hours)
        {
            return new(0, 0);
        }

        var read = new CourseHours(HalfHours(hours, "self"), HalfHours(hours, "live"));
        hours.RefuseTheRest();
        return read;
    }

    private static decimal HalfHours(Fields hours, string key)
    {
        var value = hours.Decimal(key, 0, MostHours, 1) ?? 0;
        if (value * 2 == decimal.Truncate(value * 2))
        {
            return value;
        }

        hours.Report(hours.Find(key)!, CourseTexts.ExpectsHalfHours, key);
        return 0;
    }

    private static IReadOnlyList<string> AudienceOf(Fields fields, CourseSurroundings surroundings)
    {
        var codes = fields
            .Scalars("audience")
            .Select(code => Codes.Known(fields, code, surroundings.StaffRoles, "roles.yml"));
        return [.. codes.OfType<string>().Distinct()];
    }

    private static List<Source> SourcesOf(Fields fields)
    {
        var sources = new List<Source>();
        foreach (var row in fields.Rows("sources"))
        {
            sources.Add(new(row.RequiredText("title"), row.Address("url"), row.Date("date")));
            row.RefuseTheRest();
        }

        return sources;
    }

    private static List<PracticalTask> TasksOf(Fields fields)
    {
        var tasks = new List<PracticalTask>();
        foreach (var row in fields.Rows("tasks"))
        {
            row.Require("minutes");
            tasks.Add(new(row.RequiredText("title"), row.Whole("minutes", 1, LongestTask) ?? 1));
            row.RefuseTheRest();
        }

        return tasks;
    }

    /// <summary>One name or a list of them.</summary>
    private static string AuthorsOf(Fields fields) =>
        fields.Find("authors") is YamlList
            ? string.Join(", ", fields.Scalars("authors").Select(author => author.Value))
            : fields.Text("authors");

    private static DateOnly? ReviewByOf(Fields fields, DateOnly today)
    {
        var day = fields.Date("review-by");
        if (day < today)
        {
            var written = day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            fields.ReportKey("review-by", CourseTexts.ReviewOverdue, written);
        }

        return day;
    }

    private static int RevisionOf(Fields fields, IReadOnlyList<Change> changes)
    {
        fields.Require("revision");
        if (fields.Whole("revision", 1, HighestRevision) is not { } revision)
        {
            return 0;
        }

        if (!changes.Any(change => change.Revision == revision))
        {
            var number = revision.ToString(CultureInfo.InvariantCulture);
            fields.ReportKey("revision", CourseTexts.RevisionNotInChanges, number);
        }

        return revision;
    }
}
