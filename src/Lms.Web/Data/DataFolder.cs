namespace Lms.Web.Data;

/// <summary>The folder of the database, the keys and the mail: nobody else of the machine reads it.</summary>
public static class DataFolder
{
    /// <summary>Makes the folder, for its owner alone; one that exists keeps its mode.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(
            path,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
    }
}
