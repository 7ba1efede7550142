using System.Globalization;
using System.Security.Claims;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Courses;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

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

        var page = $"/courses/{course.Slug}/{lesson.Slug}";
        var reader = await ReaderAsync(app.Services, course, lesson.Id);
        new Plan(page, course.Id.Value, reader, people).Write(folder);
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
        return Cookie(services, account);
    }

    private static async Task<Saver> SaverAsync(
        IServiceProvider services,
        PublishedCourse course,
        int number
    )
    {
        var account = await PersonAsync(services, number);
        var person = account.PersonId!.Value;
        await using var work = services.WorkAs("bench");
        var time = services.GetRequiredService<TimeProvider>();
        var quiz = course.Activities.First(activity => activity.Kind == ActivityKind.Quiz);
        await work
            .Services.GetRequiredService<StartAttempt>()
            .RunAsync(person, course, quiz, new OperationId(time.NewId()));
        var attempt = await work
            .Services.GetRequiredService<LmsDbContext>()
            .Attempts.AsNoTracking()
            .SingleAsync(opened => opened.PersonId == person);
        return new(
            Cookie(services, account),
            attempt.Id.Value,
            [
                .. attempt.Paper.Questions.Select(question => new AskedQuestion(
                    question.QuestionId,
                    [.. question.Options.Select(option => option.Id)]
                )),
            ]
        );
    }

    private static async Task<Account> PersonAsync(IServiceProvider services, int number)
    {
        var time = services.GetRequiredService<TimeProvider>();
        await using var db = services.GetRequiredService<LmsDatabase>().Open(Viewer.System("bench"));
        var person = new Person
        {
            Id = new(time.NewId()),
            Name = new PersonName("Зразок", number.ToString(CultureInfo.InvariantCulture), ""),
            Community = await db.People.Select(somebody => somebody.Community).FirstAsync(),
            CreatedAt = time.Now(),
        };
        var account = new Account
        {
            Id = new(time.NewId()),
            PersonId = person.Id,
            Email = $"bench{number}@demo.example",
            NormalizedEmail = $"BENCH{number}@DEMO.EXAMPLE",
            SecurityStamp = time.NewId().ToString("N"),
            IsDemo = true,
        };
        account.Grants.Add(
            new Grant
            {
                Id = new(time.NewId()),
                AccountId = account.Id,
                Role = AccessRole.Specialist,
                From = DateOnly.MinValue,
            }
        );
        db.Add(person);
        db.Add(account);
        await db.SaveChangesAsync();
        return account;
    }

    // The claims of SignInCookie: were they to change, the drivers would meet redirects and fail.
    private static string Cookie(IServiceProvider services, Account account)
    {
        var options = services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id.ToString()),
                new("stamp", account.SecurityStamp!),
            ],
            IdentityConstants.ApplicationScheme
        );
        var ticket = new AuthenticationTicket(
            new(identity),
            new() { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme
        );
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}
