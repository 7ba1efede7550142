using System.Globalization;
using Lms.Domain.Courses;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>Whether the hours of course.md are those of what stands in the course.</summary>
internal static class StatedHours
{
    // Hours are stated in halves: the minutes are rounded to the nearest one.
    private const int MinutesOfDoubt = 15;

    public static void Check(
        Fields fields,
        CourseManifest manifest,
        IReadOnlyList<ActivityDraft> activities
    )
    {
        var live = activities
            .Where(activity => activity.Kind == ActivityKind.LiveSession)
            .Sum(activity => activity.Minutes);
        var own = activities.Sum(activity => activity.Minutes) - live;
        var tasks = manifest.Tasks.Sum(task => task.Minutes);
        Compare(fields, CourseTexts.HoursDoNotAddUp, manifest.Hours.Self, own + tasks);
        // A meeting that is held beside the course is not promised by its hours.
        if (manifest.Hours.Live > 0)
        {
            Compare(fields, CourseTexts.LiveHoursDoNotAddUp, manifest.Hours.Live, live);
        }
    }

    private static void Compare(Fields fields, FindingText text, decimal hours, int minutes)
    {
        if (Math.Abs(hours * 60 - minutes) > MinutesOfDoubt)
        {
            fields.ReportKey(
                "hours",
                text,
                (hours * 60).ToString("0", CultureInfo.InvariantCulture),
                minutes.ToString(CultureInfo.InvariantCulture)
            );
        }
    }
}
