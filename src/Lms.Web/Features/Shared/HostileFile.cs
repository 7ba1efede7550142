namespace Lms.Web.Features.Shared;

/// <summary>Reads a file by a foreign reader that whoever sent it may have made it to break.</summary>
internal static class HostileFile
{
    private const int StackBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Null when it cannot be read in the time. The thread has a deep stack and is left behind when it
    /// does not come back.
    /// </summary>
    public static T? Read<T>(Func<T?> read)
        where T : class
    {
        T? found = null;
        var work = new Thread(() => found = Try(read), StackBytes) { IsBackground = true };
        work.Start();
        return work.Join(Patience) ? found : null;
    }

    private static T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // A hostile file may break a foreign reader in any way it likes.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
