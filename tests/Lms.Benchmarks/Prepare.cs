using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.Shared;
using Lms.Web;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Courses;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Benchmarks;

/// <summary>
/// Fills the data folder through the product's own services, in process and not serving: a reader
/// with one lesson read, and people with open attempts. Their cookies are made by the options of the
/// product's sign-in, so that nobody has to sign in.
/// </summary>
internal static class Prepare
{
    private const string Reader = "specialist@demo.example";
    private const string CourseSlug = "k1-basics";

    // What others did before must not make a reader's page dearer.
    private const int Earlier = 30;

    public static async Task RunAsync(string folder, int savers)
    {
        await using var app = LmsApplication.Build([]);
        await app.PrepareAsync();
        var course =
            await app.Services.GetRequiredService<PublishedCourses>().FindAsync(CourseSlug)
            ?? throw new InvalidOperationException($"{CourseSlug} is not published.");
        var lesson = course.Activities.First(a => a.Kind == ActivityKind.Lesson);
        var people = new List<Saver>(savers);
        for (var number = 0; number < savers; number++)
        {
            people.Add(await SaverAsync(app.Services, course, number));
        }

        await MeasureSignIn.PrepareAsync(app.Services);
        var page = $"/courses/{course.Slug}/{lesson.Slug}";
        var reader = await ReaderAsync(app.Services, course, lesson.Id);
        new Plan(
            page,
            await PublicPageAsync(app.Services),
            course.Id.Value,
            lesson.Id.Value,
            reader,
            people
        ).Write(folder);
    }

    private static async Task<string> PublicPageAsync(IServiceProvider services)
    {
        var all = await services.GetRequiredService<PublishedCourses>().AllAsync();
        var open = all.First(course => course.Manifest.Access == CourseAccess.Public);
        return $"/courses/{open.Slug}/{open.Activities.First(a => a.Kind == ActivityKind.Lesson).Slug}";
    }

    private static async Task<string> ReaderAsync(
        IServiceProvider services,
        PublishedCourse course,
        ActivityId lesson
    )
    {
        await using var work = services.WorkAs("bench");
        var db = work.Services.GetRequiredService<LmsDbContext>();
        var account = await db.Accounts.AsNoTracking().SingleAsync(found => found.Email == Reader);
        await work
            .Services.GetRequiredService<MarkRead>()
            .RunAsync(account.PersonId!.Value, course, lesson);
        return await BenchPerson.CookieAsync(services, account);
    }

    private static async Task<Saver> SaverAsync(
        IServiceProvider services,
        PublishedCourse course,
        int number
    )
    {
        var account = await BenchPerson.CreateAsync(services, number);
        var person = account.PersonId!.Value;
        await using var work = services.WorkAs("bench");
        var time = services.GetRequiredService<TimeProvider>();
        var quiz = course.Activities.First(activity => activity.Kind == ActivityKind.Quiz);
        await work
            .Services.GetRequiredService<StartAttempt>()
            .RunAsync(person, course, quiz, new OperationId(time.NewId()));
        var db = work.Services.GetRequiredService<LmsDbContext>();
        var attempt = await db
            .Attempts.AsNoTracking()
            .SingleAsync(opened => opened.PersonId == person);
        db.AddRange(Enumerable.Range(2, Earlier).Select(past => Closed(attempt, past, time)));
        await db.SaveChangesAsync();
        return new(
            await BenchPerson.CookieAsync(services, account),
            attempt.Id.Value,
            [
                .. attempt.Paper.Questions.Select(question => new AskedQuestion(
                    question.QuestionId,
                    [.. question.Options.Select(option => option.Id)]
                )),
            ]
        );
    }

    private static Attempt Closed(Attempt like, int number, TimeProvider time)
    {
        var id = new AttemptId(time.NewId());
        return new()
        {
            Id = id,
            PersonId = like.PersonId,
            EnrolmentId = like.EnrolmentId,
            ActivityId = like.ActivityId,
            CourseVersionId = like.CourseVersionId,
            Number = number,
            Operation = new(time.NewId()),
            OpenedAt = like.OpenedAt,
            DeadlineAt = null,
            Rules = like.Rules,
            Paper = like.Paper,
            Result = new()
            {
                AttemptId = id,
                PersonId = like.PersonId,
                ClosedAt = time.Now(),
                ClosedBy = ClosedBy.Learner,
                Earned = new(0),
                Possible = new(1000),
                IsPassed = number % 2 == 0,
            },
        };
    }
}
