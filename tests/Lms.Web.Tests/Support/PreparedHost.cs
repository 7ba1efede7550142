namespace Lms.Web.Tests.Support;

/// <summary>
/// The product as it stands after its first start on the usual content, made once for each database
/// and copied: most tests begin there, and publishing the courses again for each takes longer than they do.
/// </summary>
internal sealed class PreparedHost
{
    private static readonly Dictionary<DatabaseProvider, Lazy<Task<PreparedHost>>> All = new()
    {
        [DatabaseProvider.Sqlite] = new(() => MakeAsync(TestDatabase.Sqlite)),
        [DatabaseProvider.Postgres] = new(() => MakeAsync(TestDatabase.Postgres)),
    };

    private readonly string folder;

    private PreparedHost(string folder) => this.folder = folder;

    /// <summary>Name of the database to copy; of no use where a database is a file.</summary>
    public string Database => TestDatabase.NameFor(folder);

    public static Task<PreparedHost> OfAsync(TestDatabase database) => All[database.Provider].Value;

    public void CopyTo(string to)
    {
        foreach (
            var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        )
        {
            var copy = Path.Combine(to, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<PreparedHost> MakeAsync(TestDatabase database)
    {
        var made = Directory.CreateTempSubdirectory("lms-test-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(made, recursive: true);
        await LmsHost.PrepareInAsync(made, database);
        return new(made);
    }
}
