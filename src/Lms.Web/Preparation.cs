using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Content;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Demo;
using Lms.Web.Features.Shared.Erasing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web;

/// <summary>What happens between building and serving: schema, pack, and the demonstration.</summary>
public static class Preparation
{
    /// <summary>The schema up to date, the pack's territories and institutions in it.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<LmsSettings>();
        await app.MigrateAsync();
        await KeepJobsInLogAsync(settings);
        await using var work = app.Services.WorkAs("prepare the start");
        var db = work.Services.GetRequiredService<LmsDbContext>();
        await work.Services.GetRequiredService<ErasureLedger>().ReapplyAsync();
        await StartChecks.KeyOfCertificatesAsync(db, settings);
        var anchor = app.Services.GetRequiredService<ChainAnchor>();
        if (anchor.Read() is { IsForged: false } kept && kept.Marks?.Issues is null)
        {
            await db.EnterFirstReleaseAsync(app.Services.GetRequiredService<TimeProvider>().Now());
        }

        await work.Services.GetRequiredService<KeepPack>().RunAsync();
        if (settings.Demo)
        {
            var pack = app.Services.GetRequiredService<Content.Pack.OrganisationPack>();
            await work.Services.GetRequiredService<SeedDemo>().RunAsync();
            await PublishDraftsAsync(work.Services, settings, app.Logger);
            await work.Services.GetRequiredService<SeedDemo>().GiveCoursesAsync();
            var people = settings.DemoPeople ?? pack.Demo?.People ?? 0;
            await work.Services.GetRequiredService<FillDemo>().RunAsync(people);
        }
        else
        {
            await StartChecks.NoDemoPeopleAsync(db);
        }

        await anchor.KeepAsync();
        await app.Services.GetRequiredService<CourseSearch>().ReadAsync();
    }

    /// <summary>
    /// The schema alone: what a verb beside a serving process needs. What stands in it is in a backup
    /// before it is changed.
    /// </summary>
    public static async Task MigrateAsync(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<LmsSettings>();
        DataFolder.Create(settings.Data);
        StartChecks.NoUnfinishedRestore(settings);
        await using var work = app.Services.WorkAs("bring the schema up to date");
        var database = work.Services.GetRequiredService<LmsDbContext>().Database;
        var applied = (await database.GetAppliedMigrationsAsync()).ToList();
        StartChecks.NoNewerSchema(applied, database.GetMigrations());
        if (applied.Count == database.GetMigrations().Count())
        {
            return;
        }

        if (applied.Count > 0)
        {
            await KeepBeforeAsync(app, settings);
        }

        await database.MigrateAsync();
        await NameKeysAsync(work.Services.GetRequiredService<LmsDbContext>());
    }

    // Names written before they had keys.
    private static async Task NameKeysAsync(LmsDbContext db)
    {
        foreach (var person in await db.People.Where(one => one.SearchName == "").ToListAsync())
        {
            db.Entry(person).State = EntityState.Modified;
        }

        await db.SaveChangesAsync();
    }

    /// <summary>For a verb that changes nothing of the schema: a database with one this program knows.</summary>
    public static async Task AskForSchemaAsync(this WebApplication app)
    {
        StartChecks.NoUnfinishedRestore(app.Services.GetRequiredService<LmsSettings>());
        await using var work = app.Services.WorkAs("look at the schema");
        var database = work.Services.GetRequiredService<LmsDbContext>().Database;
        if (!await database.CanConnectAsync() || (await database.GetPendingMigrationsAsync()).Any())
        {
            throw new StartRefused([
                "Бази даних цієї версії тут немає: спершу запустіть serve. | No database of this version here: run serve first.",
            ]);
        }
    }

    private static async Task KeepBeforeAsync(WebApplication app, LmsSettings settings)
    {
        try
        {
            await app.Services.GetRequiredService<MakeBackup>().RunAsync();
        }
        catch (BackupRefused refused)
            when (settings.Database.Provider == DatabaseProvider.Postgres
                && refused.Fault == BackupFault.NoProgram
            )
        {
            // Whoever runs the server of PostgreSQL may have backups of their own.
            app.Logger.LogWarning("No backup before the update: {Sentence}", refused.Sentence);
        }
        catch (BackupRefused refused)
        {
            throw new StartRefused([
                $"Оновлення бази не почато, бо копію перед ним не створено. {refused.Sentence}",
            ]);
        }
    }

    private static async Task PublishDraftsAsync(
        IServiceProvider services,
        LmsSettings settings,
        ILogger log
    )
    {
        var time = services.GetRequiredService<TimeProvider>();
        var pack = services.GetRequiredService<Content.Pack.OrganisationPack>();
        var content = ContentCheck.Run(settings.Content, pack, pack.DayOf(time.Now()));
        foreach (var course in content.Courses)
        {
            if (!course.IsClean)
            {
                log.LogWarning("{Course} has errors and is not published", course.Slug);
                continue;
            }

            await services.GetRequiredService<Publish>().RunAsync(course.Draft!);
        }
    }

    // Quartz leaves its file in the rollback journal; the write-ahead log is kept in the file.
    private static async Task KeepJobsInLogAsync(LmsSettings settings)
    {
        if (settings.Database.Provider == DatabaseProvider.Sqlite)
        {
            await using var jobs = new SqliteConnection(
                $"Data Source={Path.Combine(settings.Data, "jobs.db")}"
            );
            await jobs.OpenAsync();
            await using var command = jobs.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync();
        }
    }
}
