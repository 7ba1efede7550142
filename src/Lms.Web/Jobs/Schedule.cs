using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Data;
using Lms.Web.Features.Attendances;
using Lms.Web.Features.Certificates;
using Lms.Web.Features.Certifications;
using Lms.Web.Features.Courses;
using Lms.Web.Features.Manage.Assignments.Reminding;
using Lms.Web.Features.Manage.Reports;
using Lms.Web.Features.Privacy;
using Lms.Web.Features.Sessions;
using Lms.Web.Features.Sessions.Alerts;
using Lms.Web.Features.Sessions.Live;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Mail;
using Microsoft.Data.Sqlite;
using Quartz;
using Quartz.Extensibility;
using Quartz.Impl;

namespace Lms.Web.Jobs;

/// <summary>The one list of what runs when.</summary>
public static class Schedule
{
    private static void Plan(IQuartzBuilder quartz)
    {
        Every<CloseOverdueAttempts>(quartz, TimeSpan.FromSeconds(10));
        Every<SendMail>(quartz, TimeSpan.FromSeconds(10));
        Every<ErasePeopleDue>(quartz, TimeSpan.FromDays(1));
        Every<ApplyRetention>(quartz, TimeSpan.FromDays(1));
        Every<ReckonSizes>(quartz, TimeSpan.FromDays(1));
        // Not at once: a start has better things to do than to copy the disk.
        Every<KeepBackups>(quartz, TimeSpan.FromMinutes(10), firstIn: TimeSpan.FromMinutes(10));
        Every<RecomputeDuties>(quartz, TimeSpan.FromHours(1), firstIn: TimeSpan.FromMinutes(5));
        Every<RemindDaily>(quartz, TimeSpan.FromMinutes(15), firstIn: TimeSpan.FromMinutes(5));
        Every<SettleEnded>(quartz, TimeSpan.FromMinutes(1));
        Every<MakeRecordings>(quartz, TimeSpan.FromMinutes(1));
        Every<IssueWaiting>(quartz, TimeSpan.FromMinutes(1));
        Every<RecordEarned>(quartz, TimeSpan.FromDays(1), firstIn: TimeSpan.FromMinutes(15));
        Every<RemindOfSessions>(quartz, TimeSpan.FromMinutes(5), firstIn: TimeSpan.FromMinutes(1));
        Every<SendSavedReports>(quartz, TimeSpan.FromHours(1));
        Every<OpenDoors>(quartz, TimeSpan.FromSeconds(10));
        Every<MoveAlertedDeadlines>(quartz, TimeSpan.FromMinutes(1));
    }

    public static void AddJobs(this IServiceCollection services, LmsSettings settings)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                switch (settings.Database.Provider)
                {
                    case DatabaseProvider.Sqlite:
                        store.UseSqlite(JobsDatabase(settings));
                        break;
                    case DatabaseProvider.Postgres:
                        store.UsePostgres(settings.Database.ConnectionString!);
                        store.UseClustering();
                        break;
                }
            });
            quartz.UseJobFactory<JobScopes>();
            Plan(quartz);
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }

    private static void Every<TJob>(
        IQuartzBuilder quartz,
        TimeSpan pause,
        TimeSpan firstIn = default
    )
        where TJob : IJob
    {
        var name = typeof(TJob).Name;
        quartz.ScheduleJob<TJob>(
            trigger =>
                trigger
                    .WithIdentity(name)
                    .StartAt(TimeProvider.System.GetUtcNow() + firstIn)
                    .WithSimpleSchedule(schedule =>
                        schedule
                            .WithInterval(pause)
                            .RepeatForever()
                            .WithMisfireInstruction(
                                SimpleTriggerMisfireInstruction.NowWithExistingCount
                            )
                    ),
            job => job.WithIdentity(name)
        );
    }

    private static string JobsDatabase(LmsSettings settings) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(settings.Data, "jobs.db"),
        }.ToString();

    /// <summary>A job works as the product itself, and says in the log of its scope which job it is.</summary>
    private sealed class JobScopes(
        IServiceProvider services,
        Microsoft.Extensions.Options.IOptions<JobFactoryOptions> options
    ) : MicrosoftDependencyInjectionJobFactory(services, options)
    {
        protected override void ConfigureScope(
            IServiceScope scope,
            TriggerFiredBundle bundle,
            IScheduler scheduler
        ) =>
            scope
                .ServiceProvider.GetRequiredService<CurrentViewer>()
                .Become(Viewer.System($"job {bundle.JobDetail.Key.Name}"));
    }
}
