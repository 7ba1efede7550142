using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Quartz;

namespace Lms.Web.Backups;

/// <summary>
/// A backup each night and a drill each week. It asks what is due and not what time it is, so that a
/// machine which is off at night makes its backup in the morning.
/// </summary>
[DisallowConcurrentExecution]
public sealed class KeepBackups(
    LmsSettings settings,
    BackupFolder folder,
    MakeBackup make,
    CheckBackup check,
    ChainAnchor anchor,
    LmsDbContext db,
    OrganisationPack pack,
    TimeProvider time,
    ILogger<KeepBackups> log
) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await RunAsync();

    public async Task RunAsync()
    {
        // Before a backup, which takes it along.
        await anchor.KeepAsync();
        try
        {
            var last = folder.LastGood()?.At;
            if (BackupTimes.IsBackupDue(last, time.Now(), settings.Backup.Hour, pack.TimeZone))
            {
                await RecordAsync(AuditAction.BackupMade, (await make.RunAsync()).Name);
            }

            if (
                folder.LastGood() is { } newest
                && BackupTimes.IsDrillDue(folder.LastDrill()?.At, time.Now())
            )
            {
                await DrillAsync(newest);
            }
        }
        catch (BackupRefused refused)
        {
            log.LogError("No backup: {Sentence}", refused.Sentence);
        }
    }

    private async Task DrillAsync(KeptBackup newest)
    {
        var found = await check.RunAsync(newest);
        if (found.Fault is not null)
        {
            log.LogError("The restore drill failed: {Fault}", found.Fault);
        }

        var outcome = found.Fault is null ? "ok" : "failed";
        await RecordAsync(AuditAction.BackupChecked, $"{newest.Name} {outcome}");
    }

    private Task RecordAsync(AuditAction action, string detail) =>
        BackupAudit.RecordAsync(db, action, detail, time.Now());
}
