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

/// <summary>Says that a period holds no longer, from today on and for ever; the period stays in the history.</summary>
public sealed class RevokePeriod(
    LmsDbContext db,
    RecomputeMemberships memberships,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <returns>False when the viewer has no such person or period.</returns>
    public Task<bool> RunAsync(PersonId person, CertificationPeriodId id, string reason) =>
        db.WriteAsync(async () =>
        {
            var period = await db
                .CertificationPeriods.AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == id && one.PersonId == person);
            if (period is null || !await db.MayDecideAsync(current, person))
            {
                return false;
            }

            if (await db.PeriodRevocations.AnyAsync(one => one.Period == id))
            {
                return true;
            }

            db.PeriodRevocations.Add(
                new PeriodRevocation
                {
                    Id = new(time.NewId()),
                    PersonId = person,
                    Period = id,
                    On = pack.DayOf(time.Now()),
                    Reason = reason,
                    RecordedAt = time.Now(),
                }
            );
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.PeriodRevoked,
                    Actor = current.Viewer.Account,
                    Subject = person,
                    Detail = $"{period.Certification} {period.Cycle}",
                }
            );
            await db.SaveChangesAsync();
            memberships.After(db, [person]);
            return true;
        });
}
