using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lms.Web.Data;

public static class DataFeature
{
    public static void AddData(this IServiceCollection services, LmsSettings settings)
    {
        services.AddSingleton<WriteWatch>();
        switch (settings.Database.Provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddPooledDbContextFactory<SqliteLmsDbContext>(
                    (given, options) =>
                        Common(given, options)
                            .UseSqlite(SqliteConnectionString(settings), OneParameter)
                            .ReplaceService<IRelationalTypeMappingSource, SqliteValues>()
                            .AddInterceptors(new DurableSqlite(), new LostFlush())
                );
                services.AddSingleton<LmsDatabase, SqliteLmsDatabase>();
                break;
            case DatabaseProvider.Postgres:
                services.AddPooledDbContextFactory<PostgresLmsDbContext>(
                    (given, options) =>
                        Common(given, options).UseNpgsql(settings.Database.ConnectionString)
                );
                services.AddSingleton<LmsDatabase, PostgresLmsDatabase>();
                break;
        }
    }

    public static string SqliteConnectionString(LmsSettings settings) =>
        settings.Database.ConnectionString
        ?? new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(settings.Data, "lms.db"),
        }.ToString();

    // A list is one parameter, so that its query is translated once and not at every call.
    private static void OneParameter(SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    // A filtered principal behind a required link is intended: both ends carry the same scope. The two
    // queries with two collections, of a lesson and of a page of people, read a handful of rows for each and are
    // counted in statements.
    private static DbContextOptionsBuilder Common(
        IServiceProvider given,
        DbContextOptionsBuilder options
    ) =>
        options
            .AddInterceptors(given.GetRequiredService<WriteWatch>())
            .ConfigureWarnings(warnings =>
                warnings.Ignore(
                    CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning,
                    RelationalEventId.MultipleCollectionIncludeWarning
                )
            );
}
