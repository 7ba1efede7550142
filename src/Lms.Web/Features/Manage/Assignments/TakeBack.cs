using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Assignments;

/// <summary>
/// Takes back what was given by hand; nothing is deleted. What a rule gave ends with the rule, which
/// would give it again.
/// </summary>
public sealed class TakeBack(LmsDbContext db, CurrentViewer current, TimeProvider time)
{
    /// <summary>False when there is no such assignment in the viewer's scope.</summary>
    public Task<bool> RunAsync(AssignmentId id) =>
        db.WriteAsync(async () =>
        {
            var one = await db.Assignments.SingleOrDefaultAsync(given =>
                given.Id == id && given.RequirementId == null && given.EndedAt == null
            );
            if (one is null)
            {
                return false;
            }

            (one.EndedAt, one.End) = (time.Now(), AssignmentEnd.TakenBack);
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.AssignmentTakenBack,
                    Actor = current.Viewer.Account,
                    Subject = one.PersonId,
                    Detail = one.Course ?? one.Certification!,
                }
            );
            await db.SaveChangesAsync();
            return true;
        });
}
