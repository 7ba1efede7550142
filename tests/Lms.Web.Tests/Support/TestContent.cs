namespace Lms.Web.Tests.Support;

/// <summary>
/// The organisation pack of the repository, and К1 as its first revision was: what tests do to a
/// course does not depend on what its authors write next.
/// </summary>
public static class TestContent
{
    private static readonly Lazy<string> Made = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("lms-content-").FullName;
        CopyTo(folder);
        return folder;
    });

    /// <summary>The same for all tests; nobody writes into it.</summary>
    public static string Root => Made.Value;

    public static void CopyTo(string folder)
    {
        Copy(Repository.File("content", "organisation"), Path.Combine(folder, "organisation"));
        Copy(Repository.File("tests", "courses"), Path.Combine(folder, "courses"));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
