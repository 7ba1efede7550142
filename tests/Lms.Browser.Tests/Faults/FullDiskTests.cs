using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Faults;

/// <summary>A full disk refuses and loses nothing.</summary>
[Collection(AloneCollection.Name)]
public sealed class FullDiskTests
{
    private const int MostTries = 3000;

    [Fact]
    public async Task A_full_disk_refuses_in_words_keeps_what_was_typed_and_recovers_by_itself()
    {
        await using var disk = await LimitedDisk.StartAsync();
        var learner = await AnswerClient.StartAsync(disk.Server, "specialist");
        var before = await learner.Http.OpenAsync(AnswerClient.Quiz);

        disk.Fill();
        var saved = await SaveUntilRefusedAsync(learner);
        await BecomesAsync(learner, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(learner, "/courses/k1-basics/consent"));
        var typed = Typed(learner);
        var refusal = await AssertFormIsKeptAsync(learner, before, typed);

        disk.Free();
        // A probe's answer is kept for three seconds.
        await BecomesAsync(learner, HttpStatusCode.OK);
        using var again = await learner.Http.SubmitAsync(refusal, AnswerClient.Quiz, "main form");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);

        var register = disk.Copy();
        Assert.Empty(register.Faults());
        Assert.Equal(1, register.CountOf("AttemptResults", "specialist@demo.example"));
        var kept = register.Answers();
        Assert.All(
            saved,
            answer => Assert.Contains(kept, row => row.Operation == answer.Operation)
        );
        Assert.All(typed, field => Assert.Equal([field.Value], Last(kept, field.Name[2..])));
    }

    private static async Task BecomesAsync(AnswerClient learner, HttpStatusCode status)
    {
        for (var turn = 0; turn < 50 && await StatusAsync(learner, "/readyz") != status; turn++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(status, await StatusAsync(learner, "/readyz"));
    }

    // Room that the write-ahead log already has may take a few more; each of those is truly saved.
    private static async Task<List<SentAnswer>> SaveUntilRefusedAsync(AnswerClient learner)
    {
        var saved = new List<SentAnswer>();
        for (var turn = 0; turn < MostTries; turn++)
        {
            var answer = learner.Next(turn);
            using var response = await learner.SendAsync(answer);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                saved.Add(answer);
                continue;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            var refused = await response.Content.ReadFromJsonAsync<Dictionary<string, string>>();
            Assert.Equal("storage-unavailable", refused!["code"]);
            return saved;
        }

        throw new InvalidOperationException("The disk was not full.");
    }

    // The last option of every question: none of them is what was saved before.
    private static (string Name, string Value)[] Typed(AnswerClient learner) =>
        [.. learner.Questions.Select(question => ($"q-{question.Id}", question.Options[^1]))];

    private static async Task<IHtmlDocument> AssertFormIsKeptAsync(
        AnswerClient learner,
        IHtmlDocument page,
        (string Name, string Value)[] typed
    )
    {
        using var answer = await learner.Http.SubmitAsync(
            page,
            AnswerClient.Quiz,
            "form#quiz",
            typed
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        var refusal = await answer.ReadAsync();
        var words = refusal.QuerySelector("main")!.TextContent;
        Assert.Contains("Нічого не змінено і не втрачено", words, StringComparison.Ordinal);
        Assert.NotNull(refusal.QuerySelector("main form button[type=submit]"));
        var kept = refusal
            .QuerySelectorAll("main form input[type=hidden]")
            .OfType<IHtmlInputElement>()
            .Select(input => (input.Name!, input.Value))
            .ToHashSet();
        Assert.Superset(typed.ToHashSet(), kept);
        Assert.Contains(("attempt", learner.Attempt.ToString()), kept);
        return refusal;
    }

    private static string[] Last(IReadOnlyList<KeptAnswer> kept, string question) =>
        kept.Last(answer => answer.Question == question).Values;

    private static async Task<HttpStatusCode> StatusAsync(AnswerClient learner, string address)
    {
        using var answer = await learner.Http.GetAsync(address);
        return answer.StatusCode;
    }
}
