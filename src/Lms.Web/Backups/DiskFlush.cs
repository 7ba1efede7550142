using System.Runtime.InteropServices;
using System.Text;

namespace Lms.Web.Backups;

/// <summary>A name in a folder is on the disk when the folder is flushed, which .NET has no call for.</summary>
internal static class DiskFlush
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The disk did not confirm.</exception>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(Encoding.UTF8.GetBytes(path + "\0"), ReadOnly);
        if (handle < 0)
        {
            throw new IOException($"{path} cannot be opened.");
        }

        var answer = Fsync(handle);
        _ = Close(handle);
        if (answer != 0)
        {
            throw new IOException($"{path} was not flushed to the disk.");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
