using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>Completions of one version that have no certificate yet.</summary>
/// <param name="Missing">What the organisation's profile wants first; empty when they can be issued.</param>
public sealed record WaitingVersion(
    PublishedCourse Course,
    int Count,
    IReadOnlyList<CertificateField> Missing
);

/// <summary>
/// Certificates that are owed: the completion is a fact, the certificate waits for the organisation.
/// In the scope of whoever asks.
/// </summary>
public sealed class WaitingCertificates(
    LmsDbContext db,
    PublishedCourses courses,
    OrganisationPack pack,
    LmsSettings settings
)
{
    // The first certificate of a completion replaces none: said so, it is found by its index.
    private IQueryable<Completion> Owed =>
        db.Completions.Where(completion =>
            !db.Certificates.Any(certificate =>
                certificate.CompletionId == completion.Id && certificate.ReplacesId == null
            )
            && db.People.Any(person => person.Id == completion.PersonId && person.ErasedAt == null)
        );

    public Task<IReadOnlyList<WaitingVersion>> AllAsync() => OfAsync(Owed);

    public Task<IReadOnlyList<WaitingVersion>> OfPersonAsync(PersonId person) =>
        OfAsync(Owed.Where(completion => completion.PersonId == person));

    private async Task<IReadOnlyList<WaitingVersion>> OfAsync(IQueryable<Completion> owed)
    {
        var giving = await GivingAsync();
        var ids = giving.Keys.ToList();
        var counts = await owed.Where(completion => ids.Contains(completion.CourseVersionId))
            .GroupBy(completion => completion.CourseVersionId)
            .Select(group => new { Version = group.Key, Count = group.Count() })
            .ToListAsync();
        return
        [
            .. counts.Select(row =>
            {
                var course = giving[row.Version];
                var missing = settings.Demo ? [] : CertificateFields.Missing(pack, course.Manifest);
                return new WaitingVersion(course, row.Count, missing);
            }),
        ];
    }

    private async Task<Dictionary<CourseVersionId, PublishedCourse>> GivingAsync()
    {
        var giving = new Dictionary<CourseVersionId, PublishedCourse>();
        foreach (var id in await db.CourseVersions.Select(version => version.Id).ToListAsync())
        {
            if (await courses.OfAsync(id) is { Manifest.Certificate: not null } course)
            {
                giving[id] = course;
            }
        }

        return giving;
    }

    /// <summary>The oldest completions of a version, <paramref name="most"/> at the most.</summary>
    public Task<List<CompletionId>> OfAsync(CourseVersionId version, int most) =>
        Owed.Where(completion => completion.CourseVersionId == version)
            .OrderBy(completion => completion.CompletedAt)
            .Select(completion => completion.Id)
            .Take(most)
            .ToListAsync();

    /// <summary>Null when it has been issued meanwhile. Part of the write that issues it.</summary>
    public Task<Completion?> StillOwedAsync(CompletionId id) =>
        Owed.AsNoTracking().SingleOrDefaultAsync(completion => completion.Id == id);
}
