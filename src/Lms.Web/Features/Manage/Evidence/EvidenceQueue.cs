using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Evidence;

/// <param name="Course">The course that earlier learning stands for; null when it is none that managers see.</param>
public sealed record QueuedEvidence(
    EvidenceId Id,
    PersonId Person,
    string Name,
    TerritoryCode Community,
    EvidenceKind Kind,
    string? Code,
    PublishedCourse? Course,
    string Title,
    string Provider,
    DateOnly On,
    int? Minutes,
    DateTimeOffset HandedInAt,
    EvidenceVerdict? Verdict,
    string Remark,
    DateOnly? ValidUntil
);

/// <summary>What people of the viewer's scope handed in; the viewer's own is for another to decide.</summary>
public sealed class EvidenceQueue(LmsDbContext db, CurrentViewer current, PublishedCourses courses)
{
    public const int PerPage = 50;

    public async Task<(IReadOnlyList<QueuedEvidence> Rows, int Found)> ReadAsync(
        bool isDecided,
        int number
    )
    {
        var shown = db
            .Evidence.AsNoTracking()
            .Where(one => (one.Decision != null) == isDecided)
            .Join(
                db.Decided(current),
                one => one.PersonId,
                person => person.Id,
                (one, person) => new { Evidence = one, Person = person }
            );
        // Who waits longest comes first; of the decided the newest.
        var sorted = isDecided
            ? shown.OrderByDescending(one => one.Evidence.Decision!.DecidedAt)
            : shown.OrderBy(one => one.Evidence.HandedInAt);
        var rows = await sorted
            .Skip((number - 1) * PerPage)
            .Take(PerPage)
            .Select(one => new
            {
                one.Evidence.Id,
                one.Evidence.PersonId,
                one.Person.Name.Family,
                one.Person.Name.Given,
                one.Person.Name.Patronymic,
                one.Person.Community,
                one.Evidence.Kind,
                one.Evidence.Code,
                one.Evidence.Course,
                one.Evidence.Title,
                one.Evidence.Provider,
                one.Evidence.On,
                one.Evidence.Minutes,
                one.Evidence.HandedInAt,
                Verdict = one.Evidence.Decision == null
                    ? (EvidenceVerdict?)null
                    : one.Evidence.Decision.Verdict,
                Remark = one.Evidence.Decision == null ? "" : one.Evidence.Decision.Remark,
                ValidUntil = one.Evidence.Decision == null
                    ? null
                    : one.Evidence.Decision.ValidUntil,
            })
            .ToListAsync();
        var queued = new List<QueuedEvidence>(rows.Count);
        foreach (var row in rows)
        {
            var course = row.Course is { } slug ? await courses.FindAsync(slug) : null;
            queued.Add(
                new(
                    row.Id,
                    row.PersonId,
                    new PersonName(row.Family, row.Given, row.Patronymic).Full,
                    row.Community,
                    row.Kind,
                    row.Code,
                    course is { Manifest.IsPrivate: false } ? course : null,
                    row.Title,
                    row.Provider,
                    row.On,
                    row.Minutes,
                    row.HandedInAt,
                    row.Verdict,
                    row.Remark,
                    row.ValidUntil
                )
            );
        }

        return (queued, await shown.CountAsync());
    }
}
