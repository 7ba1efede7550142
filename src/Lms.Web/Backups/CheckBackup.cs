using System.Security.Cryptography;
using Lms.Web.Features.Shared;

namespace Lms.Web.Backups;

/// <summary>
/// The drill: restores a backup into a folder of its own, looks the database through, counts its rows,
/// opens the key of certificates, and deletes it all.
/// </summary>
public sealed class CheckBackup(LmsSettings settings, BackupFolder folder, TimeProvider time)
{
    /// <exception cref="BackupRefused">Another process is at it, or there is no room; nothing is known.</exception>
    public async Task<BackupCheck> RunAsync(KeptBackup backup)
    {
        using var only = folder.Take();
        DiskRoom.Ask(folder.Path, backup.Bytes);
        var work = folder.NewWork(time.Now());
        var start = time.GetTimestamp();
        string? fault;
        long rows;
        try
        {
            (fault, rows) = await TryAsync(backup, work);
        }
        finally
        {
            // What was unsealed there goes, however it ended.
            Directory.Delete(work, recursive: true);
        }

        var check = new BackupCheck(
            backup.Name,
            time.Now(),
            IsDrill: true,
            fault,
            time.GetElapsedTime(start).TotalSeconds,
            rows
        );
        folder.Remember(check);
        return check;
    }

    private async Task<(string? Fault, long Rows)> TryAsync(KeptBackup backup, string work)
    {
        try
        {
            var key = RecoveryKey.Open(settings.Data);
            var about = await UnpackBackup.RunAsync(folder.PathOf(backup.Name), key, work);
            if (File.Exists(SigningKey.FileIn(work)))
            {
                SigningKey.Open(work).Dispose();
            }

            return (null, about.Rows.Values.Sum());
        }
        catch (BackupRefused refused)
        {
            return (refused.Sentence, 0);
        }
        catch (Exception broken) when (broken is CryptographicException or ArgumentException)
        {
            return ($"keys/certificates: {broken.GetType().Name}", 0);
        }
    }
}
