using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Content;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Account;
using Lms.Web.Features.Account.Security;
using Lms.Web.Features.Account.WaysIn;
using Lms.Web.Features.Admin;
using Lms.Web.Features.Asked;
using Lms.Web.Features.Attendances;
using Lms.Web.Features.Audits;
using Lms.Web.Features.Author;
using Lms.Web.Features.Certificates;
using Lms.Web.Features.Certifications;
using Lms.Web.Features.Courses;
using Lms.Web.Features.Learn;
using Lms.Web.Features.Manage.Assignments;
using Lms.Web.Features.Manage.Certifications;
using Lms.Web.Features.Manage.Coverage;
using Lms.Web.Features.Manage.Deputies;
using Lms.Web.Features.Manage.Evidence;
using Lms.Web.Features.Manage.Outreach;
using Lms.Web.Features.Manage.People.WaysIn;
using Lms.Web.Features.Manage.Places;
using Lms.Web.Features.Manage.Reports;
using Lms.Web.Features.Media;
using Lms.Web.Features.Privacy;
using Lms.Web.Features.Recordings;
using Lms.Web.Features.Replays;
using Lms.Web.Features.Sessions;
using Lms.Web.Features.Sessions.Live;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Features.Shared.Certifying;
using Lms.Web.Features.Shared.Covering;
using Lms.Web.Features.Shared.Kept;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Features.Shared.Passwords;
using Lms.Web.Features.Shared.Tables;
using Lms.Web.Features.Teach;
using Lms.Web.Features.Verify;
using Lms.Web.Jobs;
using Lms.Web.Mail;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Lms.Web;

/// <summary>The product put together: what it is made of, and the order a request goes through.</summary>
public static class LmsApplication
{
    /// <exception cref="StartRefused">A setting or the pack cannot work.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ApplicationName = "lms",
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Configuration.Sources.Insert(
            0,
            new MemoryConfigurationSource { InitialData = Defaults }
        );
        change?.Invoke(builder);
        var settings = StartChecks.Settings(builder.Configuration);
        var pack = StartChecks.Pack(settings);
        AddServices(builder, settings, pack);
        var app = builder.Build();
        Use(app, pack);
        Map(app);
        return app;
    }

    private static void AddServices(
        WebApplicationBuilder builder,
        LmsSettings settings,
        OrganisationPack pack
    )
    {
        var services = builder.Services;
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        services.Configure<HostFilteringOptions>(hosts =>
            hosts.AllowedHosts = [settings.Site.Uri.Host]
        );
        services.Configure<WebEncoderOptions>(encoder =>
            encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.AddSingleton(settings);
        services.AddSingleton(pack);
        services.AddSingleton<SiteName>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMemoryCache();
        services.AddResponseCompression(compression =>
        {
            // The one secret of a page, its antiforgery token, is masked anew in every answer.
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "application/json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli =>
            brotli.Level = CompressionLevel.Fastest
        );
        services.AddRazorPages(pages => pages.RootDirectory = "/Features");
        services.AddSingleton<IHttpResponseStreamWriterFactory, LargePieces>();
        services.AddData(settings);
        builder.AddAccess(settings);
        services.AddSingleton<IChance, Chance>();
        services.AddSingleton(_ => SigningKey.Open(settings.Data));
        services.AddSingleton<PublishedCourses>();
        services.AddSingleton<KeptPages>();
        services.AddSingleton(StartChecks.Glossary(settings, pack));
        services.AddSingleton<CourseSearch>();
        services.AddSingleton<Standings>();
        services.AddSingleton<CarryReads>();
        services.AddScoped<NextSteps>();
        services.AddScoped<Drafts>();
        services.AddScoped<DraftCourses>();
        services.AddSingleton<CarryLearners>();
        services.AddSingleton<Tickets>();
        services.AddSingleton<PasswordRules>();
        services.AddScoped<SetPassword>();
        services.AddSingleton<LiftSecondFactor>();
        services.AddSingleton<SignCertificate>();
        services.AddScoped<IssueCertificate>();
        services.AddScoped<WaitingCertificates>();
        services.AddScoped<CompleteCourse>();
        services.AddSingleton<CertificationReads>();
        services.AddSingleton<PeopleFacts>();
        services.AddSingleton<RecordPeriods>();
        services.AddSingleton<OwedChanges>();
        services.AddScoped<Renew>();
        services.AddScoped<NearestEnd>();
        services.AddScoped<KnownEditions>();
        services.AddAssigning();
        services.AddAssignments();
        services.AddLearn();
        services.AddScoped<KeepPass>();
        services.AddScoped<SetTimeFactor>();
        services.AddScoped<GrantExtraAttempt>();
        services.AddScoped<Publish>();
        services.AddCourses();
        services.AddTeach();
        services.AddAttending();
        services.AddAttendance();
        services.AddReplays();
        services.AddRecordings();
        services.AddAsked();
        services.AddRoomPages();
        services.AddSessions(Path.Combine(Path.GetFullPath(settings.Data), "media", "live"));
        services.AddAuthor();
        services.AddAdmin();
        services.AddScoped<NameDeputy>();
        services.AddScoped<LookedAt>();
        services.AddDeputies();
        services.AddManagedCertifications();
        services.AddEvidenceQueue();
        services.AddSingleton<CoverageReads>();
        services.AddSingleton<KeptBoards>();
        services.AddSingleton<PlaceOrder>();
        services.AddScoped<TableExport>();
        services.AddCoverage();
        services.AddReports();
        services.AddOutreach();
        services.AddAudits();
        services.AddPlaces();
        services.AddMedia();
        services.AddAccount();
        services.AddWaysIn();
        services.AddPeople();
        services.AddPrivacy();
        services.AddCertificates();
        services.AddCertifications();
        services.AddLiveRooms();
        services.AddSecurity(settings);
        services.AddBackups();
        services.AddSingleton<ReadinessProbe>();
        services.AddSingleton<ChainAnchor>();
        services.AddMeeting();
        services.AddMail(settings);
        services.AddJobs(settings);
    }

    private static void Use(WebApplication app, OrganisationPack pack)
    {
        app.UseHostFiltering();
        app.UseSecurityHeaders();
        app.UseLanguage(
            pack.Languages[0],
            CookieNames.Of(app.Services.GetRequiredService<LmsSettings>(), Language.Name)
        );
        app.UseFailurePages();
        app.UseKeptPages();
        app.UseResponseCompression();
        app.UseSetupGate();
        app.UseOwnOriginOnly();
        app.UsePublishedCourses();
        app.UseRouting();
        app.UseAuthentication();
        app.UseViewerFailure();
        app.UseSecondFactor();
        app.UseAuthorization();
    }

    private static void Map(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapCourses();
        app.MapMedia();
        app.MapAttendance();
        app.MapReplays();
        app.MapDraftMedia();
        app.MapCertificates();
        app.MapCertifications();
        app.MapVerify();
        app.MapSessions();
        app.MapLiveRooms();
        app.MapSessionsMedia();
        app.MapProbes();
        // By the request itself: of another handler the compiler's delegate leaves out the pattern.
        app.MapFallback("{**path}", context => Results.NotFound().ExecuteAsync(context))
            .AllowAnonymous();
    }

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Urls"] = "http://127.0.0.1:5080",
        // Else a build that was not published looks for a file of every address.
        ["ReloadStaticAssetsAtRuntime"] = "false",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        ["Logging:LogLevel:Quartz"] = "Warning",
        // A failed command reaches the log once, with the request that it failed.
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Critical",
        // Keys at rest are protected by the mode of their folder; the guide says so.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        // Pages that say no-store themselves are no news.
        ["Logging:LogLevel:Microsoft.AspNetCore.Antiforgery"] = "Error",
    };
}
