namespace Lms.Web.Backups;

/// <summary>The last tenth of a disk belongs to the answers of learners, not to backups.</summary>
internal static class DiskRoom
{
    private const int Reserve = 10;

    /// <exception cref="BackupRefused">Less would be free than a tenth.</exception>
    public static void Ask(string folder, long bytes)
    {
        var drive = new DriveInfo(folder);
        if (drive.AvailableFreeSpace - bytes < drive.TotalSize / Reserve)
        {
            throw new BackupRefused(BackupFault.NoRoom, folder);
        }
    }
}
