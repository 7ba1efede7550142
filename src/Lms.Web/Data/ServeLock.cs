namespace Lms.Web.Data;

/// <summary>
/// One process at a time serves, or restores into, a data folder. The lock lives as long as the
/// process: a crash leaves nothing to clean up.
/// </summary>
public static class ServeLock
{
    public const string Name = "serve.lock";

    /// <summary>Null when another process has it.</summary>
    public static FileStream? Take(string dataFolder)
    {
        DataFolder.Create(dataFolder);
        try
        {
            return new FileStream(
                Path.Combine(dataFolder, Name),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            return null;
        }
    }
}
