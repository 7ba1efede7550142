using System.Text;

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

    /// <summary>A new file in it, for its owner alone.</summary>
    /// <exception cref="IOException">There is such a file.</exception>
    public static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>
    /// Writes a small file for its owner alone (0600), whole or not at all: beside it first, and then
    /// in its place.
    /// </summary>
    public static void Replace(string file, string text)
    {
        Create(Path.GetDirectoryName(file)!);
        var next = file + ".next";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(next, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, file, overwrite: true);
    }
}
