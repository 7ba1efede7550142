using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>Whether the product can do its work now, and what of it cannot be done.</summary>
/// <param name="Faults">Words for an operator, stable.</param>
/// <param name="Warnings">What does not keep visitors away.</param>
public sealed record Readiness(IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings);

/// <summary>
/// Looks anew when the last look is some seconds old; whoever asks meanwhile gets that one, and many
/// who ask at once wait for one look. It writes, and anyone may ask.
/// </summary>
public sealed class ReadinessProbe(
    LmsDatabase database,
    LmsSettings settings,
    BackupFolder backups,
    TimeProvider time,
    ILogger<ReadinessProbe> log
)
{
    // Whoever asks waits five seconds at most.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private Task<Readiness>? look;
    private long lookedAt;

    public Task<Readiness> AskAsync()
    {
        lock (gate)
        {
            if (look is null || (look.IsCompleted && time.GetElapsedTime(lookedAt) >= Fresh))
            {
                lookedAt = time.GetTimestamp();
                look = Task.Run(LookAtAllAsync);
            }

            return look;
        }
    }

    private async Task<Readiness> LookAtAllAsync()
    {
        List<string> faults =
        [
            .. await DatabaseFaultsAsync(),
            .. Directory.Exists(settings.Content) ? [] : new[] { "content: no folder" },
            .. HasRoom() ? [] : new[] { "disk: less than 5 % free" },
        ];
        var isLate = BackupTimes.IsAlarming(backups.LastGood()?.At, time.Now());
        return new(faults, isLate ? ["backup: none for more than 26 hours"] : []);
    }

    private async Task<IReadOnlyList<string>> DatabaseFaultsAsync()
    {
        try
        {
            return await Task.Run(LookAsync).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return ["database: no answer in time"];
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Not ready");
            return ["database: no write"];
        }
    }

    private async Task<IReadOnlyList<string>> LookAsync()
    {
        await using var db = database.Open(Viewer.System("readiness"));
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            return ["database: the schema is not current"];
        }

        // A write that is rolled back: what it leaves behind is nothing.
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.SetupCodes.Add(new SetupCode { Hash = "probe", ExpiresAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
        await transaction.RollbackAsync();
        return [];
    }

    private bool HasRoom()
    {
        var drive = new DriveInfo(settings.Data);
        return drive.AvailableFreeSpace > drive.TotalSize / 20;
    }
}
