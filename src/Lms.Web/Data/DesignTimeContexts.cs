using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Lms.Web.Data;

// For `dotnet ef migrations add NAME --context SqliteLmsDbContext --output-dir Data/Migrations/Sqlite`
// and the same for Postgres. Nothing connects.

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteLmsDbContext>
{
    public SqliteLmsDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteLmsDbContext>().UseSqlite("Data Source=none").Options
        );
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresLmsDbContext>
{
    public PostgresLmsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresLmsDbContext>().UseNpgsql("Host=none").Options);
}
