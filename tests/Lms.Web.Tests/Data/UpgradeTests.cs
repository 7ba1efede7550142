using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Data;

/// <summary>What people did in an earlier release is the same in this one.</summary>
public sealed class UpgradeTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Texts_attempts_passes_and_certificates_of_the_first_release_stay(
        string database
    )
    {
        var folder = Directory.CreateTempSubdirectory("lms-upgrade-").FullName;
        await using var app = await BuildAsync(TestDatabase.Named(database), folder);
        await using (var old = Open(app))
        {
            await FirstRelease.FillAsync(old);
        }

        await app.MigrateAsync();

        await using var db = Open(app);
        var course = await app
            .Services.GetRequiredService<PublishedCourses>()
            .FindAsync("k1-basics");
        Assert.NotNull(course);
        Assert.Equal(
            ["Lesson", "Lesson", "Lesson", "Quiz"],
            course.Activities.Select(one => one.Kind.ToString())
        );
        Assert.Equal("Дія, засіб, мета", course.Activities[0].Title);
        Assert.Contains("</p>", course.Activities[0].Body.Value, StringComparison.Ordinal);
        Assert.Equal(LessonEnd.Read, course.Activities[0].End);

        var learner = (await db.Completions.SingleAsync()).PersonId;
        var standing = await app
            .Services.GetRequiredService<Standings>()
            .InsideAsync(db, learner, course.Id);
        Assert.Empty(standing.Progress.Left);
        Assert.NotNull(standing.CompletedAt);

        var attempt = await db
            .Attempts.Include(one => one.Result)
            .Include(one => one.Responses)
            .SingleAsync();
        var again = Grading.Of(
            course.Find(attempt.ActivityId).Quiz! with
            {
                Rules = attempt.Rules,
            },
            attempt.Paper,
            attempt.LastValues()
        );
        Assert.Equal(attempt.Result!.Score, new(again.Earned, again.Possible, again.IsPassed));
        Assert.Equal(attempt.Id, (await db.Passes.SingleAsync()).AttemptId);

        var certificate = await db.Certificates.Include(one => one.Content).SingleAsync();
        Assert.Equal("DEMO-2026-000001", certificate.Number);
        Assert.NotNull(certificate.Content);
        await db.EnterFirstReleaseAsync(LmsHost.Start);
        Assert.Equal((1, null), await db.CheckIssueLogAsync());
    }

    private static LmsDbContext Open(WebApplication app) =>
        app.Services.GetRequiredService<LmsDatabase>().Open(Viewer.System("a test looks"));

    private static async Task<WebApplication> BuildAsync(TestDatabase database, string folder)
    {
        var connection = await database.NewAsync(folder);
        return LmsApplication.Build(
            [],
            builder =>
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Lms:Data"] = folder,
                        ["Lms:Content"] = Repository.File("content"),
                        ["Lms:Demo"] = "true",
                        ["Lms:DemoPeople"] = "0",
                        ["Lms:Site:Address"] = "http://localhost",
                        ["Lms:Database:Provider"] = database.Provider.ToString(),
                        ["Lms:Database:ConnectionString"] = connection,
                    }
                )
        );
    }
}
