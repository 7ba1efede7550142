using Lms.Domain.Courses;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary><c>campaigns/*.md</c> beside the courses.</summary>
internal static class CampaignReader
{
    public const string Folder = "campaigns";

    public static IReadOnlyList<Campaign> Read(
        PackFolder files,
        OrganisationPack pack,
        PackCourses courses
    )
    {
        if (!files.Exists)
        {
            return [];
        }

        var folder = new PageFolder(files, "", pack);
        var campaigns = new List<Campaign>();
        foreach (var (code, file, front) in folder.Pages())
        {
            var fields = front.Fields;
            fields.Require("from");
            var (title, banner) = (fields.RequiredText("title"), fields.Text("banner"));
            var from = Day(fields, "from") ?? new(1, 1);
            var campaign = new Campaign
            {
                Code = code,
                From = from,
                Until = Day(fields, "until") ?? from,
                Days = Days(fields),
                Courses =
                [
                    .. fields
                        .Scalars("courses")
                        .Select(slug => courses.Known(fields, slug))
                        .OfType<string>(),
                ],
                StaffRoles = CertificationReader.StaffRoles(fields, pack),
                Sources = Sources(fields),
                Texts = new([]),
            };
            fields.RefuseTheRest();
            campaigns.Add(campaign with { Texts = folder.Texts(code, file, front, title, banner) });
        }

        return [.. campaigns.OrderBy(one => one.From.Month).ThenBy(one => one.From.Day)];
    }

    private static List<NamedDay> Days(Fields fields)
    {
        var days = new List<NamedDay>();
        foreach (var row in fields.Rows("days"))
        {
            row.Require("on");
            var name = row.RequiredLocal("name");
            if (Day(row, "on") is { } day)
            {
                days.Add(new(day, name));
            }

            row.RefuseTheRest();
        }

        return days;
    }

    private static List<Source> Sources(Fields fields)
    {
        var sources = new List<Source>();
        foreach (var row in fields.Rows("sources"))
        {
            sources.Add(new(row.RequiredText("title"), row.Address("url"), row.Date("date")));
            row.RefuseTheRest();
        }

        return sources;
    }

    private static MonthDay? Day(Fields fields, string key)
    {
        if (fields.Find(key) is not { } node)
        {
            return null;
        }

        var written = (node as YamlScalar)?.Value.Trim() ?? "";
        if (MonthDay.Of(written) is { } day)
        {
            return day;
        }

        fields.Report(node, CertificationTexts.ExpectsMonthDay, key, written);
        return null;
    }
}
