using Lms.Domain.Cases;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>A run with the case as the version it began on has it, and where it stands.</summary>
/// <param name="Case">Any of its languages: the ways through it are the same.</param>
public sealed record PlayedRun(CaseRun Run, Case Case, CasePlay Play)
{
    /// <summary>In which it is read.</summary>
    public string Language { get; init; } = "";

    public static PlayedRun Of(CaseRun run, Case of) =>
        new(run, of, CasePlay.Of(of, InOrder(run).Select(step => step.Choice)));

    public IEnumerable<CaseStep> Steps => InOrder(Run);

    private static IEnumerable<CaseStep> InOrder(CaseRun run) =>
        run.Steps.OrderBy(step => step.Position);
}

/// <summary>The viewer's own runs through one case, the first one first.</summary>
public sealed class CaseReads(LmsDbContext db, PublishedCourses courses)
{
    public async Task<IReadOnlyList<PlayedRun>> RunsAsync(
        EnrolmentId enrolment,
        ActivityId activity,
        string language
    )
    {
        var runs = await db
            .CaseRuns.AsNoTracking()
            .Include(run => run.Steps)
            .Where(run => run.EnrolmentId == enrolment && run.ActivityId == activity)
            .OrderBy(run => run.Number)
            .ListAtOnceAsync(db);
        var played = new List<PlayedRun>(runs.Count);
        foreach (var run in runs)
        {
            var course = await courses.OfAsync(run.CourseVersionId);
            var text = TextOf(course.Find(activity), language);
            played.Add(PlayedRun.Of(run, text.Case!) with { Language = text.Language });
        }

        return played;
    }

    /// <summary>In <paramref name="language"/> where the translation leads the same ways.</summary>
    public static PublishedText TextOf(PublishedActivity activity, string language) =>
        activity.In(language) is { Case: { } read } text && activity.Case!.DiffersAt(read) is null
            ? text
            : activity.Text;
}
