using System.Diagnostics;
using System.Globalization;
using System.Net;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Tests.Content;
using Lms.Web.Tests.Features.Teach;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>Quizzes whose questions are drawn from banks.</summary>
[Collection("alone")]
public sealed class DrawnQuizTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_attempt_asks_what_the_person_has_not_met_and_keeps_it(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(host, Of(6, draws: 2));
        var met = new HashSet<string>();
        foreach (var number in Enumerable.Range(1, 3))
        {
            var attempt = await sitting.StartAsync();
            Assert.Equal(number, attempt.Number);
            Assert.All(attempt.Paper.Questions, placed => Assert.True(met.Add(placed.QuestionId)));
            var shown = await QuestionsAsync(sitting);
            Assert.Equal(attempt.Paper.Questions.Select(placed => placed.QuestionId), shown);
            Assert.Equal(shown, await QuestionsAsync(sitting));
            await sitting.AnswerAsync(attempt, rightly: false);
            using var ended = await sitting.SubmitAsync();
            Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        }

        // All six have been met once: they begin again.
        Assert.Equal(6, met.Count);
        Assert.Subset(
            met,
            (await sitting.StartAsync()).Paper.Questions.Select(q => q.QuestionId).ToHashSet()
        );
    }

    [Fact]
    public async Task Drawn_questions_of_every_kind_are_answered_judged_and_explained()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var rules = new QuizRules { Pass = new(60), Show = KeyRelease.AfterAttempt };
        var sitting = await Sitting.AtAsync(host, EveryKind.Drawn(rules, "ключ"));
        var attempt = await sitting.StartAsync();
        await sitting.AnswerAsync(attempt);
        using var ended = await sitting.SubmitAsync();

        var closed = await sitting.AttemptAsync();
        Assert.Equal(
            (7_000, 9_000),
            (closed.Score!.Earned.Thousandths, closed.Score.Possible.Thousandths)
        );
        Assert.True(closed.Result!.IsPassed);
        var page = await sitting.Client.OpenAsync(TestCourse.Quiz);
        Assert.Contains("ключ пояснення", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_drawn_questions_are_regraded_and_counted()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var quiz = new TaughtQuiz(host);
        await quiz.PublishAsync(Drawing(TaughtQuiz.Single("q-means", right: 1)));
        await quiz.TakeAsync(
            "specialist2@demo.example",
            placed => [placed.Options.Single(option => option.Index == 0).Id]
        );
        await quiz.PublishAsync(Drawing(TaughtQuiz.Single("q-means", right: 0)));

        var trainer = await host.SignedInAsync("trainer");
        using var applied = await trainer.SubmitAsync(
            $"/teach/grading/k1-basics/{TaughtQuiz.Slug}/keys",
            "main form",
            ("reason", "Ключ був хибний.")
        );
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        await using var db = host.Look();
        Assert.True((await db.Rescores.SingleAsync()).IsPassed);
        var page = await trainer.OpenAsync($"/teach/statistics/k1-basics/{TaughtQuiz.Slug}");
        var card = Assert.Single(page.QuerySelectorAll(".card"));
        Assert.Contains("Відповіла 1 людина", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiz_whose_bank_is_not_translated_is_read_in_its_own_language()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var quiz = Of(2, draws: 2);
        var sitting = await Sitting.AtAsync(host, TestCourse.Draft(quiz).AlsoIn("en", quiz), "en");
        var intro = await sitting.Client.OpenAsync(TestCourse.Quiz);
        Assert.Equal("uk", intro.QuerySelector("h1")!.GetAttribute("lang"));

        var attempt = await sitting.StartAsync();
        await sitting.AnswerAsync(attempt);
        using var ended = await sitting.SubmitAsync();
        Assert.True((await sitting.AttemptAsync()).Result!.IsPassed);
    }

    [Fact]
    public async Task A_bank_of_5_000_questions_is_published_read_and_drawn_from_in_no_time()
    {
        using var content = new ContentFolder();
        var draft = content
            .WriteBank(ManyQuestions.Bank(5_000))
            .WithKey("draw: [{from: a, tag: m3, count: 20}]")
            .Draft();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);

        var clock = Stopwatch.StartNew();
        var course = await host.Services.PublishAsync(draft);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));

        var client = await host.SignedInAsync("specialist");
        var address = $"/courses/{course.Slug}/{course.Activities[1].Slug}";
        clock.Restart();
        using var started = await client.SubmitAsync(address, "form[action*='Start']");
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await using var db = host.Look();
        Assert.Equal(21, (await db.Attempts.SingleAsync()).Paper.Questions.Count);
    }

    private static Quiz Of(int questions, int draws) =>
        new(new(), [])
        {
            Draws = [new("b", null, draws)],
            Banks =
            [
                new(
                    "b",
                    [
                        .. Enumerable
                            .Range(0, questions)
                            .Select(at => at.ToString(CultureInfo.InvariantCulture))
                            .Select(at => TaughtQuiz.Single($"b-{at}", right: 0)),
                    ]
                ),
            ],
        };

    private static Quiz Drawing(Question question) =>
        new(new QuizRules { Pass = new(100) }, [])
        {
            Draws = [new("b", null, 1)],
            Banks = [new("b", [question])],
        };

    private static async Task<IEnumerable<string?>> QuestionsAsync(Sitting sitting) =>
        (await sitting.Client.OpenAsync(TestCourse.Quiz))
            .QuerySelectorAll("#quiz fieldset.question")
            .Select(question => question.Id);
}
