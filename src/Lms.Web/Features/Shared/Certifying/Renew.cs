using Lms.Domain.Certification;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Certifying;

public enum RenewAnswer
{
    /// <summary>A new edition is open.</summary>
    Opened,

    /// <summary>One is open already: it goes on.</summary>
    AlreadyOpen,

    /// <summary>The window opens later: what is done before it would not count.</summary>
    NotYet,

    /// <summary>The certification does not ask for the course, or not again.</summary>
    NotAsked,
}

/// <summary>
/// Opens a new edition of a course that was completed before, because the way to the next cycle of a
/// certification asks for it again. The edition before keeps all that was done in it.
/// </summary>
public sealed class Renew(
    LmsDbContext db,
    CertificationReads reads,
    PublishedCourses courses,
    OrganisationPack pack,
    TimeProvider time
)
{
    public async Task<RenewAnswer> RunAsync(PersonId person, string certification, string slug)
    {
        if (
            pack.Certification(certification) is not { } offered
            || await courses.FindAsync(slug) is not { } newest
        )
        {
            return RenewAnswer.NotAsked;
        }

        return await db.WriteAsync(async () =>
        {
            var book = await reads.ReadAsync(db, [person]);
            var today = pack.DayOf(time.Now());
            var next = offered.Rules.NextPeriod(book.Of(person, certification), today);
            if (
                next is not NextCycle.Left left
                || !left.Steps.Steps().Contains(new PathStep.Course(slug))
            )
            {
                return RenewAnswer.NotAsked;
            }

            if (left.OpensOn > today)
            {
                return RenewAnswer.NotYet;
            }

            var last = await db
                .Enrolments.Where(one => one.PersonId == person && one.CourseId == newest.Id)
                .OrderByDescending(one => one.Edition)
                .Select(one => new { one.Edition, IsCompleted = one.Completion != null })
                .FirstOrDefaultAsync();
            if (last is not { IsCompleted: true })
            {
                return last is null ? RenewAnswer.NotAsked : RenewAnswer.AlreadyOpen;
            }

            var version = await db.CourseVersions.SingleAsync(one => one.Id == newest.Version);
            db.Enrolments.Add(
                Enrolment.On(new(time.NewId()), person, version, time.Now(), last.Edition + 1)
            );
            await db.SaveChangesAsync();
            return RenewAnswer.Opened;
        });
    }
}
