using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
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
        await db.EnterFirstReleaseAsync(app.Services.GetRequiredService<TimeProvider>().Now());
        await work.Services.GetRequiredService<KeepPack>().RunAsync();
        if (settings.Demo)
        {
            await work.Services.GetRequiredService<SeedDemo>().RunAsync();
            await PublishDraftsAsync(work.Services, settings, app.Logger);
            await work.Services.GetRequiredService<SeedDemo>().GiveCoursesAsync();
        }
        else
        {
            await StartChecks.NoDemoPeopleAsync(db);
        }

        await app.Services.GetRequiredService<CourseSearch>().ReadAsync();
    }

    /// <summary>The schema alone: what a verb beside a serving process needs.</summary>
    public static async Task MigrateAsync(this WebApplication app)
    {
        DataFolder.Create(app.Services.GetRequiredService<LmsSettings>().Data);
        await using var work = app.Services.WorkAs("bring the schema up to date");
        await work.Services.GetRequiredService<LmsDbContext>().Database.MigrateAsync();
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
