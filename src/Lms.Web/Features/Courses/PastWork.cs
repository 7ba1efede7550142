using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>
/// Quizzes and cases that the version a learner is on does not have, while the learner has been at
/// them: an attempt and a run stay readable on their own version.
/// </summary>
public sealed class PastWork(LmsDbContext db, PublishedCourses courses)
{
    /// <summary>The activity as the learner last met it; null when they never did.</summary>
    public async Task<PublishedActivity?> FindAsync(
        EnrolmentId enrolment,
        CourseId course,
        string slug,
        ActivityKind kind
    )
    {
        var stable = await db.Activities.SingleOrDefaultAsync(activity =>
            activity.CourseId == course && activity.Slug == slug && activity.Kind == kind
        );
        return stable is not null && await VersionOfAsync(enrolment, stable) is { } version
            ? (await courses.OfAsync(version)).Find(stable.Id)
            : null;
    }

    private Task<CourseVersionId?> VersionOfAsync(EnrolmentId enrolment, Activity activity)
    {
        var attempts = db
            .Attempts.Where(a => a.EnrolmentId == enrolment && a.ActivityId == activity.Id)
            .Select(a => new { a.Number, a.CourseVersionId });
        var runs = db
            .CaseRuns.Where(r => r.EnrolmentId == enrolment && r.ActivityId == activity.Id)
            .Select(r => new { r.Number, r.CourseVersionId });
        return attempts
            .Concat(runs)
            .OrderByDescending(work => work.Number)
            .Select(work => (CourseVersionId?)work.CourseVersionId)
            .FirstOrDefaultAsync();
    }
}
