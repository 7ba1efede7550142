using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lms.Web.Backups;

/// <summary>What stands in the database of PostgreSQL.</summary>
internal static class PostgresSchema
{
    public static async Task<IReadOnlyList<string>> AppliedAsync(LmsSettings settings)
    {
        await using var db = Open(settings);
        return [.. await db.Database.GetAppliedMigrationsAsync()];
    }

    public static async Task<bool> IsEmptyAsync(LmsSettings settings)
    {
        await using var connection = new NpgsqlConnection(settings.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()";
        return (long)(await command.ExecuteScalarAsync())! == 0;
    }

    public static PostgresLmsDbContext Open(LmsSettings settings) =>
        new(
            new DbContextOptionsBuilder<PostgresLmsDbContext>()
                .UseNpgsql(settings.Database.ConnectionString)
                .Options
        );
}
