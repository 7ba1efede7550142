using System.Net;
using Lms.Domain.Quizzes;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>One question on the page, forward only; the server keeps the place.</summary>
public sealed class OneAtATimeTests
{
    private static readonly QuizRules Stepwise = new() { IsOneAtATime = true };

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_answer_is_saved_and_leads_to_the_next_question(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(host, new Quiz(Stepwise, EveryKind.ByRule()));
        var attempt = await sitting.StartAsync();
        var questions = attempt.Paper.Questions;

        foreach (var placed in questions)
        {
            var page = await sitting.Client.OpenAsync(TestCourse.Quiz);
            var shown = Assert.Single(page.QuerySelectorAll("fieldset.question"));
            Assert.Equal(placed.QuestionId, shown.Id);
            var question = sitting.Quiz.Quiz!.Question(placed.QuestionId);
            var fields = FormFields.Of(question, question.Right(placed)).ToArray();
            var button = placed == questions[^1] ? "#finish" : "#next-question";
            using var moved = await sitting.PressAsync(button, fields);
            Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        }

        var result = (await sitting.AttemptAsync()).Result!;
        Assert.Equal(result.Possible, result.Earned);
    }

    [Fact]
    public async Task No_answer_is_taken_to_a_question_behind_or_ahead()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, new Quiz(Stepwise, EveryKind.ByRule()));
        var attempt = await sitting.StartAsync();
        using var moved = await sitting.PressAsync("#next-question");

        foreach (var (at, placed) in attempt.Paper.Questions.Index())
        {
            var question = sitting.Quiz.Quiz!.Question(placed.QuestionId);
            using var answer = await sitting.PutAsync(attempt, question.Id, question.Right(placed));
            Assert.Equal(at == 1 ? HttpStatusCode.OK : HttpStatusCode.Conflict, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_form_sent_twice_or_from_two_pages_moves_one_question_on(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(host, new Quiz(Stepwise, EveryKind.ByRule()));
        var attempt = await sitting.StartAsync();
        var one = await sitting.Client.OpenAsync(TestCourse.Quiz);
        var other = await sitting.Client.OpenAsync(TestCourse.Quiz);
        foreach (var page in new[] { one, other })
        {
            page.QuerySelector("form#quiz")!
                .SetAttribute("action", $"{TestCourse.Quiz}?handler=Next");
        }

        await Task.WhenAll(
            new[] { one, one, other }.Select(async page =>
            {
                using var moved = await sitting.Client.SubmitAsync(
                    page,
                    TestCourse.Quiz,
                    "form#quiz"
                );
                Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
            })
        );

        var shown = await sitting.Client.OpenAsync(TestCourse.Quiz);
        Assert.Equal(
            attempt.Paper.Questions[1].QuestionId,
            shown.QuerySelector("fieldset.question")!.Id
        );
    }
}
