using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Courses;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Benchmarks;

/// <summary>A certificate issued for the run by the product's own use case.</summary>
internal sealed record BenchCertificate(
    PublishedCourse Course,
    string Code,
    string Json,
    string Jws
)
{
    private const string CourseSlug = "k1-basics";

    public static async Task<BenchCertificate> IssueAsync(IServiceProvider services)
    {
        var course =
            await services.GetRequiredService<PublishedCourses>().FindAsync(CourseSlug)
            ?? throw new InvalidOperationException($"{CourseSlug} is not published.");
        var account = await BenchPerson.CreateAsync(services, number: 0);
        await using var work = services.WorkAs("bench");
        var db = work.Services.GetRequiredService<LmsDbContext>();
        var completion = await CompletionAsync(work.Services, account.PersonId!.Value, course);
        await db.WriteAsync(async () =>
        {
            db.Completions.Add(completion);
            var issue = work.Services.GetRequiredService<IssueCertificate>();
            var decision = await issue.InsideAsync(completion, course);
            await db.SaveChangesAsync();
            return decision is IssueDecision.Issued
                ? decision
                : throw new InvalidOperationException(decision.ToString());
        });
        var certificate = await db.Certificates.AsNoTracking().SingleAsync();
        var content = await db.CertificateContents.AsNoTracking().SingleAsync();
        return new(course, certificate.Code, content.Payload, content.Jws);
    }

    private static async Task<Completion> CompletionAsync(
        IServiceProvider services,
        PersonId person,
        PublishedCourse course
    )
    {
        var lesson = course.Activities.First(activity => activity.Kind == ActivityKind.Lesson);
        await services.GetRequiredService<MarkRead>().RunAsync(person, course, lesson.Id);
        var time = services.GetRequiredService<TimeProvider>();
        var enrolment = await services
            .GetRequiredService<LmsDbContext>()
            .Enrolments.AsNoTracking()
            .SingleAsync(one => one.PersonId == person);
        return new()
        {
            Id = new(time.NewId()),
            EnrolmentId = enrolment.Id,
            PersonId = person,
            CourseId = course.Id,
            CourseVersionId = course.Version,
            CompletedAt = time.Now(),
        };
    }
}
