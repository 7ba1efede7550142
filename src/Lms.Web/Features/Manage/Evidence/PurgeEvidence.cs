using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Evidence;

/// <summary>
/// Takes out what names a client, whole: words and file, from the files of the database too, so that the
/// next backup has nothing of it. Of a decided one the file and nothing else goes: the decision is a fact.
/// </summary>
public sealed class PurgeEvidence(
    LmsDbContext db,
    LmsDatabase database,
    CurrentViewer current,
    TimeProvider time
)
{
    /// <returns>False when the viewer has no such evidence.</returns>
    public async Task<bool> RunAsync(EvidenceId id)
    {
        var isGone = await db.WriteAsync(async () =>
        {
            var found = await db
                .Evidence.Include(one => one.File)
                .Include(one => one.Decision)
                .SingleOrDefaultAsync(one => one.Id == id);
            if (found is null || !await db.MayDecideAsync(current, found.PersonId))
            {
                return false;
            }

            if (found.File is { } file)
            {
                db.EvidenceFiles.Remove(file);
            }

            if (found.Decision is null)
            {
                db.Evidence.Remove(found);
            }

            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.EvidenceDecided,
                    Actor = current.Viewer.Account,
                    Subject = found.PersonId,
                    Detail = "Purged",
                }
            );
            await db.SaveChangesAsync();
            return true;
        });
        if (isGone)
        {
            await database.ForgetDeletedAsync(rewrite: false);
        }

        return isGone;
    }
}
