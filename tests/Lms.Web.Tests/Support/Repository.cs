namespace Lms.Web.Tests.Support;

/// <summary>Where the repository's files are, from wherever the tests run.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (
            folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Lms.sln"))
        )
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Lms.sln was not found.");
    }
}
