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

    public async Task<string> NewAsync(string folder)
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            return new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(folder, "lms.db"),
            }.ToString();
        }

        var server = await PostgresServer.StartedAsync();
        var name =
            "t"
            + Path.GetFileName(folder)
                .Replace("-", "", StringComparison.Ordinal)
                .ToLowerInvariant();
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = $"CREATE DATABASE \"{name}\"";
        await create.ExecuteNonQueryAsync();
        return server.ConnectionString(name);
    }
}
