using AngleSharp.Html.Dom;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Journey;

/// <summary>A learner's way through a course over HTTP, with the plain forms of its pages.</summary>
public sealed class Learner(LmsHost host, HttpClient client)
{
    public HttpClient Client => client;

    public async Task<PublishedCourse> CourseAsync() =>
        (await host.Services.GetRequiredService<PublishedCourses>().AllAsync())[0];

    public async Task ReadLessonsAsync()
    {
        var course = await CourseAsync();
        foreach (var lesson in course.Activities.Where(a => a.Lesson is not null))
        {
            using var answer = await client.SubmitAsync(
                $"/courses/{course.Slug}/{lesson.Slug}",
                "form[action*='Read']"
            );
            Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    public async Task<string> QuizAddressAsync()
    {
        var course = await CourseAsync();
        return $"/courses/{course.Slug}/{course.Activities.First(a => a.Quiz is not null).Slug}";
    }

    public async Task StartQuizAsync()
    {
        using var answer = await client.SubmitAsync(
            await QuizAddressAsync(),
            "form[action*='Start']"
        );
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>The fields that answer every question, rightly or with one wrong option each.</summary>
    public async Task<(string Name, string Value)[]> AnswersAsync(bool rightly = true)
    {
        await using var db = host.Look();
        var course = await CourseAsync();
        var attempt = db.Attempts.Single(a => a.Result == null);
        var quiz = course.Find(attempt.ActivityId).Quiz!;
        return
        [
            .. attempt.Paper.Questions.SelectMany(placed =>
                placed
                    .Options.Where(option =>
                        quiz.Question(placed.QuestionId).Options[option.Index].IsRight == rightly
                    )
                    .Take(quiz.Question(placed.QuestionId).Kind == QuestionKind.Single ? 1 : 9)
                    .Select(option => ($"q-{placed.QuestionId}", option.Id))
            ),
        ];
    }

    public async Task<IHtmlDocument> SubmitQuizAsync(bool rightly = true)
    {
        var address = await QuizAddressAsync();
        using var answer = await client.SubmitAsync(
            address,
            "form#quiz",
            await AnswersAsync(rightly)
        );
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return await client.OpenAsync(address);
    }
}
