using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Lms.Web.Backups;

/// <summary>The programs of PostgreSQL's client, which alone know the form of its dumps.</summary>
internal static class PostgresPrograms
{
    public static Task DumpAsync(string connection, string file) =>
        RunAsync("pg_dump", connection, "--format=custom", "--no-owner", $"--file={file}");

    /// <summary>Reads the table of contents of a dump, and its data into nothing.</summary>
    public static Task CheckAsync(string file) =>
        RunAsync("pg_restore", null, "--file=/dev/null", file);

    /// <summary>All of it or nothing, into a database without tables.</summary>
    public static Task RestoreAsync(string connection, string file) =>
        RunAsync(
            "pg_restore",
            connection,
            "--single-transaction",
            "--exit-on-error",
            "--no-owner",
            $"--dbname={new NpgsqlConnectionStringBuilder(connection).Database}",
            file
        );

    private static async Task RunAsync(string program, string? connection, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        if (connection is not null)
        {
            Address(start, new NpgsqlConnectionStringBuilder(connection));
        }

        using var process = Start(start);
        var words = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new BackupRefused(
                BackupFault.DatabaseFaulty,
                $"{program}: {words.Split('\n', 2)[0]}"
            );
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new BackupRefused(BackupFault.NoProgram, start.FileName, missing);
        }
    }

    // In the environment: arguments can be read by other accounts of the machine.
    private static void Address(ProcessStartInfo start, NpgsqlConnectionStringBuilder address)
    {
        start.Environment["PGHOST"] = address.Host;
        start.Environment["PGPORT"] = $"{address.Port}";
        start.Environment["PGDATABASE"] = address.Database;
        start.Environment["PGUSER"] = address.Username;
        // The words of libpq are those of the provider, written otherwise.
        start.Environment["PGSSLMODE"] = address.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            SslMode.Disable => "disable",
            SslMode.Allow => "allow",
            SslMode.Prefer => "prefer",
            SslMode.Require => "require",
        };
        foreach (
            var (name, value) in new[]
            {
                ("PGPASSWORD", address.Password),
                ("PGSSLROOTCERT", address.RootCertificate),
                ("PGSSLCERT", address.SslCertificate),
                ("PGSSLKEY", address.SslKey),
            }
        )
        {
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }
    }
}
