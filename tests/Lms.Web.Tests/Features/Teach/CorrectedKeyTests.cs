using System.Net;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Teach;

/// <summary>What learners and trainers see of attempts after a key was corrected.</summary>
public sealed class CorrectedKeyTests
{
    private const string Learner = "specialist2@demo.example";

    [Fact]
    public async Task The_result_explains_the_key_that_judged_last()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var quiz = new TaughtQuiz(host);
        await quiz.PublishAsync(Pairs("старий", ("а", "один"), ("б", "два")), Steps("в", "г", "ґ"));
        await quiz.TakeAsync(Learner, Swapped);
        await quiz.PublishAsync(Pairs("новий", ("а", "два"), ("б", "один")), Steps("ґ", "г", "в"));
        using var applied = await (await host.SignedInAsync("trainer")).SubmitAsync(
            $"/teach/grading/k1-basics/{TaughtQuiz.Slug}/keys",
            "main form",
            ("reason", "Ключ був хибний.")
        );
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);

        var learner = await host.SignedInAsync("specialist2");
        var page = await learner.OpenAsync($"/courses/k1-basics/{TaughtQuiz.Slug}");

        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("новий", words, StringComparison.Ordinal);
        Assert.DoesNotContain("старий", words, StringComparison.Ordinal);
        await using var db = host.Look();
        Assert.True((await db.Rescores.SingleAsync()).IsPassed);
        Assert.Equal(5, page.QuerySelectorAll(".marked .answer.good").Length);
        Assert.Empty(page.QuerySelectorAll(".marked .answer.warm"));
    }

    [Fact]
    public async Task Statistics_judge_first_attempts_by_the_key_they_show()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var quiz = new TaughtQuiz(host);
        await quiz.PublishAsync(TaughtQuiz.Single("q-means", right: 1));
        for (var at = 0; at < QuestionStatistics.Fewest; at++)
        {
            await quiz.TakeAsync(
                await NewPersonAsync(host),
                placed => [placed.Options.Single(option => option.Index == 0).Id]
            );
        }

        await quiz.PublishAsync(TaughtQuiz.Single("q-means", right: 0));
        var page = await (await host.SignedInAsync("trainer")).OpenAsync(
            $"/teach/statistics/k1-basics/{TaughtQuiz.Slug}"
        );

        var card = Assert.Single(page.QuerySelectorAll(".card")).TextContent;
        var facility = page.QuerySelector(".card > p")!.TextContent;
        Assert.Contains("вибрали 8 з 8", card, StringComparison.Ordinal);
        // Wilson's interval for none of eight: what the old key would have said.
        Assert.DoesNotContain("32 %", facility.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    /// <summary>The first left side with the second right one and the other way round; steps from the last.</summary>
    private static IReadOnlyList<string> Swapped(PaperQuestion placed) =>
        placed.Targets.Count == 0
            ? [.. placed.Options.OrderByDescending(step => step.Index).Select(step => step.Id)]
            :
            [
                .. placed.Options.Select(left =>
                    $"{left.Id}:{placed.Targets.Single(right => right.Index != left.Index).Id}"
                ),
            ];

    private static async Task<PersonId> NewPersonAsync(LmsHost host)
    {
        await using var db = host.Look();
        var like = await db.People.FirstAsync();
        var person = new Person
        {
            Id = new(Guid.CreateVersion7()),
            Name = like.Name with { },
            Community = like.Community,
            CreatedAt = LmsHost.Start,
        };
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    private static Matching Pairs(string explanation, params (string, string)[] pairs) =>
        new()
        {
            Id = "q-pairs",
            PromptHtml = "<p>Що до чого?</p>",
            ExplanationHtml = $"<p>{explanation}</p>",
            Pairs = [.. pairs.Select(pair => new MatchingPair(pair.Item1, pair.Item2))],
        };

    private static Ordering Steps(params string[] steps) =>
        new()
        {
            Id = "q-steps",
            PromptHtml = "<p>Що спершу?</p>",
            StepsHtml = steps,
        };
}
