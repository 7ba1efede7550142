using Lms.Domain.Certification;
using Lms.Domain.Learning;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Certificates;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Content;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Certificates;

/// <summary>What an organisation requires of its certificates, and what happens when it is missing.</summary>
public sealed class ProfileTests
{
    [Fact]
    public void A_pack_names_the_fields_its_certificates_need_and_is_warned_of_empty_ones()
    {
        using var content = new ContentFolder();
        var checkedPack = content
            .Replace(
                "organisation/organisation.yml",
                "certificate:\n",
                "certificate:\n  profile: [register-code, signatory-name, law]\n"
            )
            .Check();

        Assert.Equal(
            [CertificateField.RegisterCode, CertificateField.SignatoryName, CertificateField.Law],
            checkedPack.Pack!.CertificateProfile.Required
        );
        Assert.Equal(
            ["register-code", "signatory-name"],
            checkedPack
                .Findings.Where(finding => finding.Text.Code == "certificate-field-missing")
                .Select(finding => finding.Args[0])
        );
    }

    [Fact]
    public void A_course_without_a_field_of_the_profile_is_warned_of()
    {
        using var content = new ContentFolder();
        var warned = content
            .Replace(
                "organisation/organisation.yml",
                "certificate:\n",
                "certificate:\n  profile: [law, outcomes, form]\n"
            )
            .Check();
        var course = warned
            .Findings.Where(finding => finding.Text.Code == "certificate-field-missing")
            .ToList();
        Assert.Contains(course, finding => finding.Args[0] == "outcomes");
        Assert.All(course, finding => Assert.EndsWith("course.md", finding.Path));
        Assert.All(
            course,
            finding => Assert.Equal(Lms.Web.Content.Severity.Warning, finding.Severity)
        );
    }

    [Fact]
    public async Task Outside_a_demonstration_a_missing_field_refuses_the_issue_and_is_named()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await CompleteAsync(host);
        await using var work = host.Services.WorkAs("a test issues");
        var (db, pack) = (Db(work), host.Services.GetRequiredService<OrganisationPack>());
        var completion = await db.Completions.AsNoTracking().SingleAsync();
        var course = (await Courses(host).AllAsync())[0];

        var decision = await Issue(work, pack).InsideAsync(completion, course);

        Assert.Equal(
            [
                CertificateField.RegisterCode,
                CertificateField.SignatoryName,
                CertificateField.SignatoryPosition,
            ],
            Assert.IsType<IssueDecision.Refused>(decision).Missing
        );
        Assert.Empty(db.ChangeTracker.Entries());
    }

    [Fact]
    public async Task The_certificate_waits_and_is_issued_once_when_the_field_is_filled()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await CompleteAsync(host);
        var pack = host.Services.GetRequiredService<OrganisationPack>();
        await IssueWaitingAsync(host, pack);
        await using var db = host.Look();
        Assert.Equal(1, await db.Completions.CountAsync());
        Assert.Equal(0, await db.Certificates.CountAsync());

        var filled = pack with
        {
            Issuer = pack.Issuer with
            {
                RegisterCode = "12345678",
                Signatory = IssuedSample.Pack.Issuer.Signatory,
            },
        };
        await Task.WhenAll(IssueWaitingAsync(host, filled), IssueWaitingAsync(host, filled));
        await IssueWaitingAsync(host, filled);

        var certificate = await db.Certificates.SingleAsync();
        Assert.Equal("2026-000001", certificate.Number);
        Assert.Equal(2, await db.CertificateDocuments.CountAsync());
    }

    [Fact]
    public async Task Whoever_waits_is_told_calmly_and_the_administrator_sees_the_fields()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var learner = await CompleteAsync(host);

        var own = await learner.OpenAsync("/certificates");
        var admin = await (await host.SignedInAsync("admin")).OpenAsync("/admin");

        Assert.Contains("Навчання зараховано", own.QuerySelector(".notice")!.TextContent);
        var section = admin.QuerySelector("[aria-labelledby=h-certificates]")!;
        Assert.Contains("issuer.register-code", section.TextContent);
        Assert.Contains("issuer.signatory.name", section.TextContent);
    }

    [Fact]
    public async Task A_demonstration_issues_a_sample_in_spite_of_missing_fields()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var learner = await LearnAsync(host);

        using var answer = await learner.GetAsync("/certificates/DEMO-2026-000001.pdf?lang=en");
        var pdf = await answer.Content.ReadAsByteArrayAsync();

        Assert.Contains("Sample: this document certifies nothing", await Pdf.PdfTools.TextOf(pdf));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static async Task<HttpClient> LearnAsync(LmsHost host)
    {
        var client = await host.SignedInAsync("specialist");
        var learner = new Learner(host, client);
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
        return client;
    }

    /// <summary>A completion whose certificate was never issued.</summary>
    private static async Task<HttpClient> CompleteAsync(LmsHost host)
    {
        var client = await LearnAsync(host);
        await using var db = host.Look();
        await db.CertificateDocuments.ExecuteDeleteAsync();
        await db.CertificateContents.ExecuteDeleteAsync();
        await db.Certificates.ExecuteDeleteAsync();
        await db.OutgoingMail.ExecuteDeleteAsync();
        return client;
    }

    private static async Task IssueWaitingAsync(LmsHost host, OrganisationPack pack)
    {
        await using var work = host.Services.WorkAs("a test issues what waits");
        var waiting = new WaitingCertificates(Db(work), Courses(host), pack, Real(host));
        var job = new IssueWaiting(Db(work), waiting, Courses(host), Issue(work, pack));
        await job.Execute(null!, CancellationToken.None);
    }

    private static IssueCertificate Issue(Work work, OrganisationPack pack)
    {
        var services = work.Services;
        var settings = services.GetRequiredService<LmsSettings>() with { Demo = false };
        var key = services.GetRequiredService<SigningKey>();
        var sign = new SignCertificate(pack, settings, key);
        return new(
            Db(work),
            pack,
            settings,
            key,
            sign,
            services.GetRequiredService<TimeProvider>()
        );
    }

    private static LmsSettings Real(LmsHost host) =>
        host.Services.GetRequiredService<LmsSettings>() with
        {
            Demo = false,
        };

    private static LmsDbContext Db(Work work) => work.Services.GetRequiredService<LmsDbContext>();

    private static PublishedCourses Courses(LmsHost host) =>
        host.Services.GetRequiredService<PublishedCourses>();
}
