using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lms.Web.Tests.Support;

/// <summary>A kind of database on which every test gets a fresh one.</summary>
public sealed class TestDatabase
{
    public static readonly TestDatabase Sqlite = new(DatabaseProvider.Sqlite);
    public static readonly TestDatabase Postgres = new(DatabaseProvider.Postgres);

    private TestDatabase(DatabaseProvider provider) => Provider = provider;

    public DatabaseProvider Provider { get; }

    /// <summary>Both databases, for tests that must say the same on each.</summary>
    public static TheoryData<string> Both => ["Sqlite", "Postgres"];

    public static TestDatabase Named(string name) => name == "Sqlite" ? Sqlite : Postgres;

    /// <param name="like">Name of a database to begin with a copy of; null for an empty one.</param>
    public async Task<string> NewAsync(string folder, string? like = null)
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            return new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(folder, "lms.db"),
            }.ToString();
        }

        var server = await PostgresServer.StartedAsync();
        var name = NameFor(folder);
        var template = like is null ? "" : $" TEMPLATE \"{like}\" STRATEGY FILE_COPY";
        await RunAsync(server, $"CREATE DATABASE \"{name}\"{template}");
        return server.ConnectionString(name);
    }

    /// <summary>Gives the room of a database back; a file goes with its folder.</summary>
    public async Task DropAsync(string folder)
    {
        if (Provider == DatabaseProvider.Postgres)
        {
            await RunAsync(
                await PostgresServer.StartedAsync(),
                $"DROP DATABASE IF EXISTS \"{NameFor(folder)}\" WITH (FORCE)"
            );
        }
    }

    public static string NameFor(string folder) =>
        "t"
        + Path.GetFileName(folder).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static async Task RunAsync(PostgresServer server, string command)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var run = connection.CreateCommand();
        run.CommandText = command;
        await run.ExecuteNonQueryAsync();
    }
}
