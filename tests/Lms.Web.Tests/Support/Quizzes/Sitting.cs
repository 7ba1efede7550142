using System.Net.Http.Json;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Support.Quizzes;

/// <summary>A demo person at the quiz of the test course, over HTTP as the page and the script do.</summary>
public sealed class Sitting
{
    private Sitting(LmsHost host, PublishedCourse course, HttpClient client, PersonId person)
    {
        Host = host;
        Course = course;
        Client = client;
        Person = person;
    }

    public LmsHost Host { get; }

    public PublishedCourse Course { get; private set; }

    public HttpClient Client { get; }

    public PersonId Person { get; }

    public PublishedActivity Quiz => Course.Activities[1];

    public static Task<Sitting> AtAsync(LmsHost host, Quiz quiz, string language = "uk") =>
        AtAsync(host, TestCourse.Draft(quiz), language);

    public static async Task<Sitting> AtAsync(
        LmsHost host,
        Lms.Web.Content.CourseDraft draft,
        string language = "uk"
    )
    {
        var course = await host.Services.PublishAsync(draft);
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(a => a.Email == "specialist@demo.example");
        return new(
            host,
            course,
            await host.SignedInAsync("specialist", language),
            account.PersonId!.Value
        );
    }

    public async Task<Attempt> StartAsync()
    {
        using var answer = await Client.SubmitAsync(TestCourse.Quiz, "form[action*='Start']");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return await AttemptAsync();
    }

    /// <summary>The last attempt as it lies in the database.</summary>
    public async Task<Attempt> AttemptAsync()
    {
        await using var db = Host.Look();
        return await db
            .Attempts.AsNoTracking()
            .Include(attempt => attempt.Result)
            .Include(attempt => attempt.Responses)
            .Include(attempt => attempt.Marks)
            .Where(attempt => attempt.PersonId == Person)
            .OrderByDescending(attempt => attempt.Number)
            .FirstAsync();
    }

    /// <summary>Saves as the script does.</summary>
    public Task<HttpResponseMessage> PutAsync(
        Attempt attempt,
        string question,
        IEnumerable<string> values,
        Guid? operation = null
    ) =>
        Client.PutAsJsonAsync(
            Address(attempt, question),
            new { operation = operation ?? Guid.CreateVersion7(Host.Clock.GetUtcNow()), values }
        );

    public async Task AnswerAsync(Attempt attempt, bool rightly = true)
    {
        foreach (var placed in attempt.Paper.Questions)
        {
            var question = Quiz.Quiz!.Question(placed.QuestionId);
            if (question is not FileUpload)
            {
                var values = rightly ? question.Right(placed) : question.Wrong(placed);
                using var answer = await PutAsync(attempt, question.Id, values);
                Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
            }
        }
    }

    /// <summary>The fields of the plain form that answer every question.</summary>
    public (string Name, string Value)[] Fields(Attempt attempt, bool rightly = true) =>
        [
            .. attempt.Paper.Questions.SelectMany(placed =>
            {
                var question = Quiz.Quiz!.Question(placed.QuestionId);
                return FormFields.Of(
                    question,
                    rightly ? question.Right(placed) : question.Wrong(placed)
                );
            }),
        ];

    /// <summary>Presses a button of the paper's form, which names another handler than the form.</summary>
    public async Task<HttpResponseMessage> PressAsync(
        string button,
        params (string Name, string Value)[] fields
    )
    {
        var page = await Client.OpenAsync(TestCourse.Quiz);
        var found = page.QuerySelector($"form#quiz {button}");
        if (found!.GetAttribute("formaction") is { } action)
        {
            page.QuerySelector("form#quiz")!.SetAttribute("action", action);
        }

        return await Client.SubmitAsync(page, TestCourse.Quiz, "form#quiz", fields);
    }

    /// <summary>Presses the button that ends the attempt, with no answers in the form.</summary>
    public async Task<HttpResponseMessage> SubmitAsync() =>
        await Client.SubmitAsync(
            TestCourse.Quiz,
            "form#quiz",
            ("answers", "script"),
            ("confirmed", "true")
        );

    public static string Address(Attempt attempt, string question) =>
        $"/api/v1/attempts/{attempt.Id.Value}/answers/{question}";
}
