using System.Net;
using AngleSharp.Html.Dom;
using Lms.Domain.Quizzes;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>Every kind of question is answered, saved and shown by plain forms alone.</summary>
public sealed class PlainFormTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Every_kind_is_saved_by_a_plain_form_and_stands_there_again(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(host, EveryKind.Quiz());
        var attempt = await sitting.StartAsync();

        using var saved = await sitting.PressAsync("#save-all", sitting.Fields(attempt));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var kept = await sitting.AttemptAsync();
        foreach (var placed in attempt.Paper.Questions)
        {
            var question = sitting.Quiz.Quiz!.Question(placed.QuestionId);
            if (question is not FileUpload)
            {
                Assert.Equal(
                    question.Right(placed).ToHashSet(),
                    kept.LastValues()[question.Id].ToHashSet()
                );
            }
        }

        // The form of the next look carries the same answers: sent as it stands it saves nothing.
        using var again = await sitting.PressAsync("#save-all");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(kept.Responses.Count, (await sitting.AttemptAsync()).Responses.Count);
    }

    [Fact]
    public async Task All_right_answers_by_the_form_earn_all_that_a_rule_can_give()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var quiz = new Quiz(new(), EveryKind.ByRule());
        var sitting = await Sitting.AtAsync(host, quiz);
        var attempt = await sitting.StartAsync();

        using var ended = await sitting.Client.SubmitAsync(
            TestCourse.Quiz,
            "form#quiz",
            sitting.Fields(attempt)
        );

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        var result = (await sitting.AttemptAsync()).Result!;
        Assert.Equal(result.Possible, result.Earned);
        Assert.True(result.IsPassed);
    }

    [Fact]
    public async Task An_order_that_gives_a_place_twice_is_not_saved_and_stays_as_it_was_typed()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Quiz());
        var attempt = await sitting.StartAsync();
        var steps = attempt.Paper.Find("q-ordering")!.Options;

        using var answer = await sitting.PressAsync(
            "#save-all",
            ($"q-q-ordering.{steps[0].Id}", "1"),
            ($"q-q-ordering.{steps[1].Id}", "1"),
            ("q-q-short", "обман")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadAsync();
        Assert.NotNull(page.QuerySelector(".error-summary a[href='#q-ordering']"));
        var select =
            page.QuerySelector($"select[name='q-q-ordering.{steps[1].Id}']") as IHtmlSelectElement;
        Assert.Equal("1", select!.Value);
        var kept = (await sitting.AttemptAsync()).LastValues();
        Assert.Equal(["обман"], kept["q-short"]);
        Assert.False(kept.ContainsKey("q-ordering"));
    }

    [Fact]
    public async Task A_form_left_behind_does_not_undo_what_another_page_saved()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Quiz());
        var attempt = await sitting.StartAsync();
        var old = await sitting.Client.OpenAsync(TestCourse.Quiz);
        using var newer = await sitting.PutAsync(attempt, "q-short", ["обман"]);
        Assert.Equal(HttpStatusCode.OK, newer.StatusCode);

        old.QuerySelector("form#quiz")!.SetAttribute("action", $"{TestCourse.Quiz}?handler=Save");
        using var stale = await sitting.Client.SubmitAsync(
            old,
            TestCourse.Quiz,
            "form#quiz",
            ("q-q-numeric", "12")
        );

        var kept = (await sitting.AttemptAsync()).LastValues();
        Assert.Equal(["обман"], kept["q-short"]);
        Assert.Equal(["12"], kept["q-numeric"]);
    }

    [Fact]
    public async Task Prompts_and_options_are_in_the_language_of_the_reader_and_the_source_judges()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var english = new SingleChoice
        {
            Id = "q-single",
            PromptHtml = "<p>One answer</p>",
            // A slip of the translator: the source's key judges.
            Options =
            [
                new("<p>it is so</p>", false, null),
                new("<p>it is not</p>", true, null),
                new("<p>other</p>", false, null),
            ],
        };
        var behind = new MultipleChoice
        {
            Id = "q-multiple",
            PromptHtml = "<p>Several</p>",
            Options = [new("<p>first</p>", true, null)],
        };
        var draft = TestCourse.Draft(EveryKind.Two()).AlsoIn("en", new(new(), [english, behind]));
        var sitting = await Sitting.AtAsync(host, draft, "en");
        var attempt = await sitting.StartAsync();

        var page = await sitting.Client.OpenAsync(TestCourse.Quiz);
        var single = page.QuerySelector("#q-single")!;
        Assert.Equal("en", single.GetAttribute("lang"));
        Assert.Contains("it is so", single.TextContent, StringComparison.Ordinal);
        // A translation that lacks options is not shown: the source is.
        Assert.Equal("uk", page.QuerySelector("#q-multiple")!.GetAttribute("lang"));

        await sitting.AnswerAsync(attempt);
        using var ended = await sitting.SubmitAsync();
        Assert.True((await sitting.AttemptAsync()).Result!.IsPassed);
    }
}
