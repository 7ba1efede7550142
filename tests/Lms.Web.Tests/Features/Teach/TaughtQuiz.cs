using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Courses;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Teach;

/// <summary>The quiz of К1 with questions of the test's own, published as later revisions.</summary>
internal sealed class TaughtQuiz(LmsHost host)
{
    public const string Slug = "three-elements";

    private int revision = 100;

    public Task PublishAsync(params Question[] questions) =>
        PublishAsync(new Quiz(new QuizRules { Pass = new(100) }, questions));

    public async Task PublishAsync(Quiz quiz)
    {
        var pack = host.Services.GetRequiredService<OrganisationPack>();
        var content = TestContent.Root;
        var draft = ContentCheck
            .Run(content, Path.Combine(content, "organisation"), pack.DayOf(LmsHost.Start))
            .Course("k1-basics")!
            .Draft!;
        revision++;
        await using var work = host.Services.WorkAs("a test publishes");
        var answer = await work
            .Services.GetRequiredService<Publish>()
            .RunAsync(
                draft with
                {
                    Revision = revision,
                    ContentHash = $"{revision}",
                    Banks = TestCourse.BanksOf(quiz),
                    Activities =
                    [
                        .. draft.Activities.Select(activity =>
                            activity.Slug == Slug
                                ? activity with
                                {
                                    Words = activity.Words with { Quiz = quiz },
                                }
                                : activity
                        ),
                    ],
                }
            );
        Assert.IsType<PublishAnswer.Published>(answer);
    }

    /// <summary>An attempt from opening to closing, by the use cases that its pages call.</summary>
    /// <param name="answers">Question → the values given, from the paper laid out.</param>
    public async Task<AttemptId> TakeAsync(
        string email,
        Func<PaperQuestion, IReadOnlyList<string>> answers
    ) => await TakeAsync(await PersonAsync(email), answers);

    public async Task<AttemptId> TakeAsync(
        PersonId person,
        Func<PaperQuestion, IReadOnlyList<string>> answers
    )
    {
        await using var work = host.Services.WorkAs("a test takes a quiz");
        var courses = work.Services.GetRequiredService<PublishedCourses>();
        var course = (await courses.FindAsync("k1-basics"))!;
        await work
            .Services.GetRequiredService<StartAttempt>()
            .RunAsync(person, course, course.Find(Slug)!, new(Guid.CreateVersion7()));
        await using var db = host.Look();
        var attempt = await db.Attempts.SingleAsync(a => a.PersonId == person && a.Result == null);
        foreach (var placed in attempt.Paper.Questions)
        {
            var given = new GivenAnswer(
                attempt.Id,
                person,
                placed.QuestionId,
                answers(placed),
                new(Guid.CreateVersion7())
            );
            Assert.IsType<AnswerReceipt.Saved>(
                await work.Services.GetRequiredService<SaveAnswers>().RunAsync(given)
            );
        }

        await work.Services.GetRequiredService<SubmitAttempt>().RunAsync(attempt.Id);
        return attempt.Id;
    }

    public async Task<PersonId> PersonAsync(string email)
    {
        await using var db = host.Look();
        return (await db.Accounts.SingleAsync(account => account.Email == email)).PersonId!.Value;
    }

    public static SingleChoice Single(string id, int right) =>
        new()
        {
            Id = id,
            PromptHtml = "<p>Що з цього засіб?</p>",
            Options =
            [
                .. new[] { "обман", "поїздка" }.Select(
                    (text, at) => new Option(text, at == right, null)
                ),
            ],
        };

    public static Essay Essay(string id, int points) =>
        new()
        {
            Id = id,
            PromptHtml = "<p>Опишіть свої дії.</p>",
            Points = Points.Whole(points),
            CriteriaHtml = ["безпека", "згода"],
        };
}
