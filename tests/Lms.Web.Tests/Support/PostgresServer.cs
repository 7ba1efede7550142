using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lms.Web.Tests.Support;

/// <summary>
/// One PostgreSQL of the test run, from Debian's package, in a folder of its own on a free port of
/// the loopback; it ends with the run.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> One = new(StartAsync);

    private readonly int port;

    private PostgresServer(int port) => this.port = port;

    public static Task<PostgresServer> StartedAsync() => One.Value;

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port};Username=lms;Database={database};Include Error Detail=true;Maximum Pool Size=40";

    private static async Task<PostgresServer> StartAsync()
    {
        var bin =
            Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last()
            + "/bin";
        var folder = Directory.CreateTempSubdirectory("lms-postgres-").FullName;
        var free = FreePort();
        await RunAsync("chown", Owner(), folder);
        await RunAsync([
            .. AsOwner(),
            $"{bin}/initdb",
            "-D",
            $"{folder}/db",
            "-U",
            "lms",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]);
        await RunAsync([
            .. AsOwner(),
            $"{bin}/pg_ctl",
            "-D",
            $"{folder}/db",
            "-l",
            $"{folder}/log",
            "-w",
            "-o",
            $"-p {free} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=600",
            "start",
        ]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(bin, folder);
        return new(free);
    }

    // On its own: a run that has ended waits ten seconds for its handlers and then calls itself failed.
    private static void Stop(string bin, string folder)
    {
        string[] command =
        [
            "setsid",
            "-f",
            "/bin/sh",
            "-c",
            "\"$@\"; rm -rf \"$0\"",
            folder,
            .. AsOwner(),
            $"{bin}/pg_ctl",
            "-D",
            $"{folder}/db",
            "-m",
            "immediate",
            "stop",
        ];
        using var process = Process.Start(Quiet(command));
        process?.WaitForExit(10_000);
    }

    // PostgreSQL refuses to run as root.
    private static string[] AsOwner() =>
        Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : [];

    private static string Owner() =>
        Environment.UserName == "root" ? "postgres" : Environment.UserName;

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(Quiet(command))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{string.Join(' ', command)} ended with {process.ExitCode}."
            );
        }
    }

    // Nobody reads the pipes: the server would keep them open for as long as it runs.
    private static ProcessStartInfo Quiet(string[] command) =>
        new("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", .. command])
        {
            WorkingDirectory = "/",
        };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
