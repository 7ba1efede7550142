using Lms.Web.Access;
using Lms.Web.Data;

namespace Lms.Web.Backups;

/// <summary>Backups in the log of what someone may have to answer for.</summary>
public static class BackupAudit
{
    /// <param name="actor">Null when the product itself acted.</param>
    public static Task RecordAsync(
        LmsDbContext db,
        AuditAction action,
        string detail,
        DateTimeOffset now,
        AccountId? actor = null
    ) =>
        db.WriteAsync(async () =>
        {
            db.Audit.Add(
                new()
                {
                    At = now,
                    Action = action,
                    Actor = actor,
                    Detail = detail,
                }
            );
            await db.SaveChangesAsync();
        });
}
