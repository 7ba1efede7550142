using System.Diagnostics;
using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Faults;

/// <summary>
/// A server whose data folder is a small disk of its own: a tmpfs in a mount namespace that only the
/// server is in, reached from outside through <c>/proc</c>.
/// </summary>
public sealed class LimitedDisk : IAsyncDisposable
{
    private const string Size = "32m";
    private const string Mounted =
        "mount -t tmpfs -o size=\"$1\" tmpfs \"$2\" && shift 2 && exec \"$@\"";

    private readonly string filler;

    private LimitedDisk(ServerProcess server)
    {
        Server = server;
        Folder = $"/proc/{server.Id}/root{server.Settings.Data}";
        filler = Path.Combine(Folder, "filler");
    }

    public ServerProcess Server { get; }

    /// <summary>The data folder as the server has it.</summary>
    public string Folder { get; }

    public static async Task<LimitedDisk> StartAsync()
    {
        var settings = new ServerSettings();
        var start = Product.Start(settings.Environment, "serve");
        string[] own = Environment.UserName == "root" ? [] : ["--user", "--map-root-user"];
        string[] command =
        [
            "--mount",
            "sh",
            "-c",
            Mounted,
            "sh",
            Size,
            settings.Data,
            start.FileName,
        ];
        string[] product = [.. start.ArgumentList];
        start.FileName = "unshare";
        start.ArgumentList.Clear();
        foreach (var word in (string[])[.. own, .. command, .. product])
        {
            start.ArgumentList.Add(word);
        }

        return new(await ServerProcess.StartAsync(settings, start));
    }

    /// <summary>Writes until not one more byte goes in.</summary>
    public void Fill()
    {
        using var file = new FileStream(
            filler,
            FileMode.Create,
            FileAccess.Write,
            FileShare.None,
            0
        );
        for (var block = 1 << 20; block > 0; block /= 4)
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[block]);
                }
            }
            catch (IOException)
            {
                // Full for blocks of this size.
            }
        }
    }

    public void Free() => File.Delete(filler);

    /// <summary>
    /// The database as it lies there. A copy: SQLite resolves links in the path of a file, and the
    /// way through <c>/proc</c> is one that leads out of the namespace. From outside the data folder is
    /// an empty one on the large disk: the copy lies there.
    /// </summary>
    public Register Copy()
    {
        foreach (var name in new[] { "lms.db", "lms.db-wal" })
        {
            File.Copy(Path.Combine(Folder, name), Path.Combine(Server.Settings.Data, name));
        }

        return new(Path.Combine(Server.Settings.Data, "lms.db"));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Server.Settings.Data, recursive: true);
    }
}
