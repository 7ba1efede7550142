using System.Net;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Journey;

/// <summary>The main job from end to end, over HTTP, without scripts.</summary>
public sealed class JourneyTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_specialist_learns_passes_and_holds_a_certificate_that_a_stranger_checks(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var learner = new Learner(host, await host.SignedInAsync("specialist"));

        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        var result = await learner.SubmitQuizAsync();
        Assert.Contains("Тест складено", result.Body!.TextContent, StringComparison.Ordinal);

        await using var db = host.Look();
        var certificate = await db.Certificates.Include(c => c.Content).SingleAsync();
        Assert.Equal("DEMO-2026-000001", certificate.Number);

        using var document = await learner.Client.GetAsync(
            $"/certificates/{certificate.Number}.pdf"
        );
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
        Assert.Equal("application/pdf", document.Content.Headers.ContentType!.MediaType);

        var check = await host.Anonymous()
            .OpenAsync($"/verify/{Uri.EscapeDataString(certificate.Code)}");
        var words = check.Body!.TextContent;
        Assert.Contains(certificate.Number, words, StringComparison.Ordinal);
        Assert.Contains(
            certificate.Content!.HolderName.SurnameAndInitials,
            words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(certificate.Content.HolderName.Full, words, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_same_journey_runs_on_a_pack_of_another_field_language_and_territory(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            Repository.File("tests", "packs", "first-aid")
        );
        var learner = new Learner(host, await host.SignedInAsync("specialist", "en"));

        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        var result = await learner.SubmitQuizAsync();
        Assert.Contains("Quiz passed", result.Body!.TextContent, StringComparison.Ordinal);

        await using var db = host.Look();
        Assert.Equal(new DateOnly(2027, 11, 22), (await db.Certificates.SingleAsync()).ValidUntil);
    }

    [Fact]
    public async Task Once_a_certificate_is_issued_a_start_without_its_key_is_refused()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var settings = host.Services.GetRequiredService<LmsSettings>();
        await using var db = host.Look();
        var key = SigningKey.FileIn(settings.Data);
        await StartChecks.KeyOfCertificatesAsync(db, settings);

        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
        File.Delete(key);

        var refused = await Assert.ThrowsAsync<StartRefused>(() =>
            StartChecks.KeyOfCertificatesAsync(db, settings)
        );
        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_attempt_gives_no_certificate_and_the_fourth_one_of_a_day_must_wait()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await learner.StartQuizAsync();
            var result = await learner.SubmitQuizAsync(rightly: false);
            Assert.Contains("Ще не складено", result.Body!.TextContent, StringComparison.Ordinal);
            host.Clock.Forward(TimeSpan.FromMinutes(10));
        }

        var page = await learner.Client.OpenAsync(await learner.QuizAddressAsync());
        Assert.Null(page.QuerySelector("form[action*='Start']"));
        Assert.Contains(
            "Наступна спроба відкриється",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        Assert.Empty(await db.Certificates.ToListAsync());

        host.Clock.Forward(TimeSpan.FromHours(24));
        await learner.StartQuizAsync();
        Assert.Equal(4, await db.Attempts.CountAsync());
    }
}
