using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Certifications;

/// <summary>Suspends a certification of a person of the viewer's scope, and lifts that; time runs on meanwhile.</summary>
public sealed class Suspend(
    LmsDbContext db,
    RecomputeMemberships memberships,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <returns>False when the viewer has no such person.</returns>
    public Task<bool> RunAsync(
        PersonId person,
        string certification,
        DateOnly from,
        DateOnly? until,
        string reason
    ) =>
        db.WriteAsync(async () =>
        {
            if (!await db.MayDecideAsync(current, person))
            {
                return false;
            }

            if (await Standing(person).AnyAsync(one => one.Certification == certification))
            {
                // One at a time; pressed twice, it is one.
                return true;
            }

            db.Suspensions.Add(
                new CertificationSuspension
                {
                    Id = new(time.NewId()),
                    PersonId = person,
                    Certification = certification,
                    From = from,
                    Until = until,
                    Reason = reason,
                    RecordedAt = time.Now(),
                }
            );
            await RecordAsync(person, certification);
            return true;
        });

    /// <summary>From today on it holds again; false when there is nothing to lift.</summary>
    public Task<bool> LiftAsync(PersonId person, CertificationSuspensionId id) =>
        db.WriteAsync(async () =>
        {
            var found = await Standing(person).SingleOrDefaultAsync(one => one.Id == id);
            if (found is null || !await db.MayDecideAsync(current, person))
            {
                return false;
            }

            found.Until = pack.DayOf(time.Now()).AddDays(-1);
            await RecordAsync(person, $"{found.Certification} lifted");
            return true;
        });

    private IQueryable<CertificationSuspension> Standing(PersonId person)
    {
        var today = pack.DayOf(time.Now());
        return db.Suspensions.Where(one =>
            one.PersonId == person && (one.Until == null || one.Until >= today)
        );
    }

    private async Task RecordAsync(PersonId person, string detail)
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.CertificationSuspended,
                Actor = current.Viewer.Account,
                Subject = person,
                Detail = detail,
            }
        );
        await db.SaveChangesAsync();
        memberships.After(db, [person]);
    }
}
