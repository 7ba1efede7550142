using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>A published version, as far as changes are reckoned from it.</summary>
internal sealed record NumberedVersion(CourseVersionId Id, int Number, DateTimeOffset PublishedAt);

/// <summary>Who is certified by a course and on which version, in a fixed number of queries.</summary>
internal sealed record ChangeFacts(
    IReadOnlyList<NumberedVersion> Versions,
    IReadOnlyList<CompletedVersion> Held,
    ILookup<PersonId, DeltaTaken> Taken,
    ILookup<PersonId, DaySpan> Leave
)
{
    /// <summary>The first version that has the revision: an author may have skipped one.</summary>
    public NumberedVersion VersionOf(int revision) =>
        Versions.Where(one => one.Number >= revision).MinBy(one => one.Number)!;

    public static async Task<ChangeFacts> ReadAsync(
        LmsDbContext db,
        OrganisationPack pack,
        PublishedCourse course,
        IReadOnlyCollection<PersonId>? people,
        DateOnly today
    )
    {
        var versions = await db
            .CourseVersions.Where(one => one.CourseId == course.Id)
            .Select(one => new NumberedVersion(one.Id, one.Number, one.PublishedAt))
            .ToListAsync();
        var numbers = versions.ToDictionary(one => one.Id, one => one.Number);
        var ids = versions.ConvertAll(one => one.Id);
        var completions = await Of(db.Completions, people)
            .Where(one => one.CourseId == course.Id)
            .Select(one => new
            {
                one.PersonId,
                one.CourseVersionId,
                one.CompletedAt,
            })
            .ToListAsync();
        var ends = await EndsAsync(db, pack, course, people, today);
        var taken = await Of(db.ChangesTaken, people)
            .Where(one => ids.Contains(one.CourseVersionId))
            .ToListAsync();
        var away = await Of(db.Unavailabilities, people).ToListAsync();
        return new(
            versions,
            [
                .. completions
                    .GroupBy(one => one.PersonId)
                    .Where(own => ends[own.Key].Any())
                    .Select(own => (Best: own.MaxBy(one => numbers[one.CourseVersionId])!, own.Key))
                    .Select(one => new CompletedVersion(
                        one.Key,
                        course.Id,
                        numbers[one.Best.CourseVersionId],
                        pack.DayOf(one.Best.CompletedAt),
                        ends[one.Key].Contains(null) ? null : ends[one.Key].Max()
                    )),
            ],
            taken.ToLookup(
                one => one.PersonId,
                one => new DeltaTaken(
                    one.PersonId,
                    course.Id,
                    numbers[one.CourseVersionId],
                    pack.DayOf(one.TakenAt)
                )
            ),
            away.ToLookup(one => one.PersonId, one => one.Days(pack.DayOf))
        );
    }

    /// <summary>The last days of what holds today by the course: certificates and periods.</summary>
    private static async Task<ILookup<PersonId, DateOnly?>> EndsAsync(
        LmsDbContext db,
        OrganisationPack pack,
        PublishedCourse course,
        IReadOnlyCollection<PersonId>? people,
        DateOnly today
    )
    {
        var certificates = await Of(db.Certificates, people)
            .Where(one =>
                one.CourseId == course.Id
                && (one.ValidUntil == null || one.ValidUntil >= today)
                && (one.Revocation == null || one.Revocation.RevokedOn > today)
            )
            .Select(one => new { one.PersonId, one.ValidUntil })
            .ToListAsync();
        var step = new PathStep.Course(course.Slug);
        var codes = pack
            .Certifications.Where(one =>
                one.Rules.Renewals.Prepend(one.Rules.First)
                    .Any(path => path.Node.Steps().Contains(step))
            )
            .Select(one => one.Code)
            .ToList();
        var periods = await Of(db.CertificationPeriods, people)
            .Where(one => codes.Contains(one.Certification) && one.Until >= today)
            .Where(one =>
                !db.PeriodRevocations.Any(gone => gone.Period == one.Id && gone.On <= today)
            )
            .Select(one => new { one.PersonId, one.Until })
            .ToListAsync();
        return certificates
            .Select(one => (one.PersonId, End: one.ValidUntil))
            .Concat(periods.Select(one => (one.PersonId, End: (DateOnly?)one.Until)))
            .ToLookup(one => one.PersonId, one => one.End);
    }

    private static IQueryable<T> Of<T>(DbSet<T> rows, IReadOnlyCollection<PersonId>? people)
        where T : class, IOfPerson =>
        people is null
            ? rows.AsNoTracking()
            : rows.AsNoTracking().Where(row => people.Contains(row.PersonId));
}
