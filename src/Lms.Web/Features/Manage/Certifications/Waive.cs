using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Certifications;

/// <summary>Of a certification or of a course; exactly one of the two is named.</summary>
public sealed record WaiverGiven(
    string? Certification,
    string? Course,
    DateOnly From,
    DateOnly? Until,
    string Reason
);

/// <summary>Credits a person of the viewer's scope without taking, and takes that back.</summary>
public sealed class Waive(
    LmsDbContext db,
    RecordPeriods periods,
    RecomputeMemberships memberships,
    CurrentViewer current,
    TimeProvider time
)
{
    /// <returns>False when the viewer has no such person.</returns>
    public Task<bool> RunAsync(PersonId person, WaiverGiven given) =>
        db.WriteAsync(async () =>
        {
            if (!await db.MayDecideAsync(current, person))
            {
                return false;
            }

            var isThere = await db.Waivers.AnyAsync(one =>
                one.PersonId == person
                && one.Certification == given.Certification
                && one.Course == given.Course
                && one.From == given.From
                && one.Until == given.Until
                && one.WithdrawnAt == null
            );
            if (isThere)
            {
                // Pressed twice.
                return true;
            }

            db.Waivers.Add(
                new Waiver
                {
                    Id = new(time.NewId()),
                    PersonId = person,
                    Certification = given.Certification,
                    Course = given.Course,
                    From = given.From,
                    Until = given.Until,
                    Reason = given.Reason,
                    GivenAt = time.Now(),
                    GivenBy = current.Viewer.Person,
                }
            );
            Record(AuditAction.WaiverGiven, person, given.Certification ?? given.Course!);
            await db.SaveChangesAsync();
            await periods.InsideAsync(db, [person]);
            memberships.After(db, [person]);
            return true;
        });

    /// <summary>From today on; periods that it helped to earn stay. False when there is none to withdraw.</summary>
    public Task<bool> WithdrawAsync(PersonId person, WaiverId id) =>
        db.WriteAsync(async () =>
        {
            var waiver = await db.Waivers.SingleOrDefaultAsync(one =>
                one.Id == id && one.PersonId == person && one.WithdrawnAt == null
            );
            if (waiver is null || !await db.MayDecideAsync(current, person))
            {
                return false;
            }

            waiver.WithdrawnAt = time.Now();
            Record(
                AuditAction.WaiverWithdrawn,
                person,
                waiver.Certification ?? waiver.Course ?? ""
            );
            await db.SaveChangesAsync();
            memberships.After(db, [person]);
            return true;
        });

    private void Record(AuditAction action, PersonId person, string detail) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = action,
                Actor = current.Viewer.Account,
                Subject = person,
                Detail = detail,
            }
        );
}
