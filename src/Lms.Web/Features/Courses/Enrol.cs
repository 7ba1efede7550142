using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>Enrols a person on the newest version, once; a person enrolled already stays where they are.</summary>
public sealed class Enrol(LmsDbContext db, TimeProvider time)
{
    public Task<EnrolmentId> RunAsync(PersonId person, PublishedCourse newest) =>
        db.WriteAsync(() => InsideAsync(person, newest));

    /// <summary>The same as part of a larger write.</summary>
    public async Task<EnrolmentId> InsideAsync(PersonId person, PublishedCourse newest)
    {
        var open = await db
            .Enrolments.Where(e => e.PersonId == person && e.CourseId == newest.Id)
            .OrderByDescending(e => e.Edition)
            .Select(e => (EnrolmentId?)e.Id)
            .FirstOrDefaultAsync();
        if (open is { } existing)
        {
            return existing;
        }

        // The page says so before; this is for whoever pressed at the same moment.
        if (await IsArchivedAsync(newest.Id))
        {
            throw new RuleViolation("course-archived");
        }

        var version = await db.CourseVersions.SingleAsync(v => v.Id == newest.Version);
        var enrolment = Enrolment.On(new(time.NewId()), person, version, time.Now());
        db.Enrolments.Add(enrolment);
        await db.SaveChangesAsync();
        return enrolment.Id;
    }

    private Task<bool> IsArchivedAsync(CourseId course) =>
        db
            .CourseArchivals.Where(fact => fact.CourseId == course)
            .OrderByDescending(fact => fact.Position)
            .Select(fact => fact.IsArchived)
            .FirstOrDefaultAsync();
}
