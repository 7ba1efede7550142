using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>Where a person stands in a course, on the version their enrolment is on.</summary>
public sealed record Standing(
    EnrolmentId Enrolment,
    PublishedCourse Course,
    CourseProgress Progress,
    DateTimeOffset? CompletedAt
);

/// <summary>Reads standings from the facts: the one place progress comes from.</summary>
public sealed class Standings(LmsDatabase database, PublishedCourses courses)
{
    private readonly Func<LmsDbContext, PersonId, CourseId, Task<StandingRow?>> one =
        EF.CompileAsyncQuery(
            (LmsDbContext db, PersonId person, CourseId course) =>
                db
                    .Enrolments.Where(e => e.PersonId == person && e.CourseId == course)
                    .OrderByDescending(e => e.Edition)
                    .Select(e => new StandingRow(
                        e.Id,
                        e.Versions.OrderByDescending(v => v.Position)
                            .Select(v => v.CourseVersionId)
                            .First(),
                        e.Completion == null ? null : e.Completion.CompletedAt,
                        e.Lessons.Select(lesson => lesson.ActivityId).ToList(),
                        e.Passes.Select(passed => passed.ActivityId).ToList(),
                        e.Cases.Select(finish => finish.ActivityId).ToList(),
                        db.AttendedSessions.Where(one =>
                                one.PersonId == e.PersonId && one.CourseId == e.CourseId
                            )
                            .Select(one => new Attended(one.ActivityId, one.At))
                            .ToList(),
                        e.Edition == 1 ? null : e.EnrolledAt
                    ))
                    .FirstOrDefault()
        );

    /// <summary>Of the viewer in one course, on its newest version when not enrolled yet (null).</summary>
    public async Task<Standing?> FindAsync(Viewer viewer, CourseId course)
    {
        if (viewer.Person is not { } person)
        {
            return null;
        }

        await using var db = database.Open(viewer);
        return await one(db, person, course) is { } row ? await OfAsync(row) : null;
    }

    /// <summary>The same inside the transaction of <paramref name="db"/>.</summary>
    public async Task<Standing> InsideAsync(LmsDbContext db, PersonId person, CourseId course) =>
        await OfAsync(
            await one(db, person, course)
                ?? throw new InvalidOperationException("There is no enrolment to stand on.")
        );

    /// <summary>All courses the viewer is enrolled in, newest first.</summary>
    public async Task<IReadOnlyList<Standing>> AllAsync(Viewer viewer)
    {
        if (viewer.Person is not { } person)
        {
            return [];
        }

        await using var db = database.Open(viewer);
        var rows = await db
            .Enrolments.Where(e => e.PersonId == person)
            .OrderByDescending(e => e.EnrolledAt)
            .Select(e => new StandingRow(
                e.Id,
                e.Versions.OrderByDescending(v => v.Position)
                    .Select(v => v.CourseVersionId)
                    .First(),
                e.Completion == null ? null : e.Completion.CompletedAt,
                e.Lessons.Select(lesson => lesson.ActivityId).ToList(),
                e.Passes.Select(passed => passed.ActivityId).ToList(),
                e.Cases.Select(finish => finish.ActivityId).ToList(),
                db.AttendedSessions.Where(one =>
                        one.PersonId == e.PersonId && one.CourseId == e.CourseId
                    )
                    .Select(one => new Attended(one.ActivityId, one.At))
                    .ToList(),
                e.Edition == 1 ? null : e.EnrolledAt
            ))
            .ListAtOnceAsync(db);
        var standings = new List<Standing>(rows.Count);
        foreach (var row in rows)
        {
            standings.Add(await OfAsync(row));
        }

        return standings;
    }

    private async Task<Standing> OfAsync(StandingRow row)
    {
        var course = await courses.OfAsync(row.Version);
        // What was attended in an edition before is no step of this one.
        var attended = row.Attended.Where(one => row.Since is null || one.At >= row.Since).ToList();
        var done = row
            .Read.Concat(row.Passed)
            .Concat(row.Finished)
            .Concat(attended.Select(one => one.Deck).OfType<ActivityId>())
            .ToHashSet();
        var progress = CourseProgress.Of(
            course.Steps,
            done,
            course.Manifest.Completion.Sessions,
            attended.Count(one => one.Deck is null)
        );
        return new(row.Enrolment, course, progress, row.CompletedAt);
    }

    private sealed record StandingRow(
        EnrolmentId Enrolment,
        CourseVersionId Version,
        DateTimeOffset? CompletedAt,
        List<ActivityId> Read,
        List<ActivityId> Passed,
        List<ActivityId> Finished,
        List<Attended> Attended,
        DateTimeOffset? Since
    );

    private sealed record Attended(ActivityId? Deck, DateTimeOffset At);
}
