using System.Globalization;
using System.Net;
using System.Text;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>What no page of ours would send is refused, and nothing of it is kept.</summary>
public sealed class NonsenseTests
{
    [Fact]
    public async Task Values_of_a_wrong_shape_are_refused_for_every_kind_and_nothing_changes()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Quiz());
        var attempt = await sitting.StartAsync();
        foreach (var placed in attempt.Paper.Questions)
        {
            foreach (var values in Wrong(attempt, sitting.Quiz.Quiz!.Question(placed.QuestionId)))
            {
                var body = $$"""{"operation":"{{Guid.CreateVersion7()}}","values":{{values}}}""";
                await AssertRefusedAsync(sitting, attempt, placed.QuestionId, body);
            }
        }

        Assert.Empty((await sitting.AttemptAsync()).Responses);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"operation":"x","values":["a"]}""")]
    [InlineData("""{"operation":"0195d3f0-0000-7000-8000-000000000001"}""")]
    [InlineData("""{"operation":"0195d3f0-0000-7000-8000-000000000001","values":"a"}""")]
    [InlineData("""{"operation":"0195d3f0-0000-7000-8000-000000000001","values":{"a":1}}""")]
    [InlineData(
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","values":[],"confidence":7}"""
    )]
    [InlineData("")]
    public async Task A_body_of_a_wrong_shape_is_refused(string body)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Two());
        var attempt = await sitting.StartAsync();

        await AssertRefusedAsync(sitting, attempt, "q-single", body);

        Assert.Empty((await sitting.AttemptAsync()).Responses);
    }

    [Fact]
    public async Task Confidence_is_kept_where_the_quiz_asks_and_refused_where_it_does_not()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var plain = await Sitting.AtAsync(host, EveryKind.Two());
        var attempt = await plain.StartAsync();
        var option = attempt.Paper.Questions[0].Options[0].Id;
        string Body() =>
            $$"""{"operation":"{{Guid.CreateVersion7()}}","values":["{{option}}"],"confidence":"Unsure"}""";
        await AssertRefusedAsync(plain, attempt, "q-single", Body());

        var draft = TestCourse.Draft(EveryKind.Two(new() { AsksConfidence = true }), 2);
        using var ended = await plain.SubmitAsync();
        var asking = await Sitting.AtAsync(host, draft);
        attempt = await asking.StartAsync();
        option = attempt.Paper.Questions[0].Options[0].Id;
        using var saved = await SendAsync(asking, attempt, "q-single", Body());
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal(
            Confidence.Unsure,
            (await asking.AttemptAsync()).Responses.Single().Confidence
        );
    }

    private static IEnumerable<string> Wrong(Attempt attempt, Question question)
    {
        var other = attempt.Paper.Questions.First(p =>
            p.QuestionId != question.Id && p.Options.Count > 0
        );
        var placed = attempt.Paper.Find(question.Id)!;
        yield return "[null]";
        yield return "[1]";
        yield return "[-1, 2]";
        yield return "[NaN]";
        yield return "[1e308]";
        yield return "[[\"a\"]]";
        yield return "[{\"id\":\"a\"}]";
        yield return "[\"\\ud800\"]";
        yield return "[\"a\",\"a\"]";
        yield return $"[\"{new string('я', 1024 * 1024)}\"]";
        yield return $"[{string.Join(',', Enumerable.Range(0, 300).Select(at => $"\"{at}\""))}]";
        if (question is ShortText or Numeric or Essay)
        {
            yield break;
        }

        yield return "[\"NaN\"]";
        yield return "[\"-1\"]";
        yield return "[\"1e308\"]";
        yield return $"[\"{other.Options[0].Id}\"]";
        yield return $"[\"{other.Options[0].Id}:x\"]";
        if (placed.Options is [var one, var two, ..])
        {
            var first = question is Matching or Cloze ? $"{one.Id}:nothing" : one.Id;
            yield return question is MultipleChoice or Cloze
                ? $"[\"{first}\",\"{first}\"]"
                : $"[\"{first}\",\"{two.Id}\"]";
        }

        if (placed.Targets.Count > 0)
        {
            var target = placed.Targets[0].Id;
            yield return $"[\"{placed.Options[0].Id}:{target}\",\"{placed.Options[0].Id}:{target}x\"]";
        }

        if (question is Scale scale)
        {
            yield return $"[\"{(scale.High + 1).ToString(CultureInfo.InvariantCulture)}\"]";
            yield return "[\"01x\"]";
        }
    }

    private static async Task AssertRefusedAsync(
        Sitting sitting,
        Attempt attempt,
        string question,
        string body
    )
    {
        using var answer = await SendAsync(sitting, attempt, question, body);
        Assert.True(
            (int)answer.StatusCode is >= 400 and < 500,
            $"{question}: {answer.StatusCode} to {body[..Math.Min(body.Length, 200)]}"
        );
    }

    private static Task<HttpResponseMessage> SendAsync(
        Sitting sitting,
        Attempt attempt,
        string question,
        string body
    ) =>
        sitting.Client.PutAsync(
            Sitting.Address(attempt, question),
            new StringContent(body, Encoding.UTF8, "application/json")
        );
}
