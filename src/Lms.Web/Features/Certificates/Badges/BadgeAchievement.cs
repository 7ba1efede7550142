using System.Text.Json.Nodes;
using Lms.Domain.Courses;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Certificates.Badges;

/// <summary>What a badge says was achieved: the course, in its own words and language.</summary>
internal static class BadgeAchievement
{
    public static JsonObject Of(
        PublishedCourse course,
        OrganisationPack pack,
        BadgeAddresses addresses
    )
    {
        var manifest = course.Manifest;
        var achievement = new JsonObject
        {
            ["id"] = addresses.Course(course.Slug),
            ["type"] = new JsonArray("Achievement"),
            ["name"] = manifest.Title,
            ["description"] = manifest.Summary.Length > 0 ? manifest.Summary : manifest.Title,
            ["criteria"] = new JsonObject { ["narrative"] = Criteria(manifest) },
            ["inLanguage"] = manifest.Language,
        };
        if (manifest.Hours.Credits(pack.HoursPerCredit) is { } credits)
        {
            achievement["creditsAvailable"] = credits;
        }

        return achievement;
    }

    private static string Criteria(CourseManifest manifest)
    {
        var texts = Texts.In(manifest.Language);
        var rule = manifest.Completion;
        var parts = new (bool Counts, string Key)[]
        {
            (rule.Lessons, "certificates.badge.lessons"),
            (rule.Quizzes, "certificates.badge.quizzes"),
            (rule.Cases, "certificates.badge.cases"),
        };
        var done = parts.Where(part => part.Counts).Select(part => texts[part.Key]);
        var outcomes = manifest.Outcomes.Select(outcome => $"- {outcome}");
        return string.Join('\n', done.Append("").Concat(outcomes)).Trim();
    }
}
