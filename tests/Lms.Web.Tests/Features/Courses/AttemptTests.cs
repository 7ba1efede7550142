using System.Net;
using System.Net.Http.Json;
using Lms.Domain.Learning;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Courses;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>An attempt is opened, answered and scored exactly once, whatever is pressed or lost.</summary>
public sealed class AttemptTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Fifty_submissions_at_once_give_one_result_and_one_certificate(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        var address = await learner.QuizAddressAsync();
        var answers = await learner.AnswersAsync();
        var page = await learner.Client.OpenAsync(address);

        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ => learner.Client.SubmitAsync(page, address, "form#quiz", answers))
        );

        Assert.All(all, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        await using var db = host.Look();
        Assert.True((await db.AttemptResults.SingleAsync()).IsPassed);
        Assert.Equal(1, await db.Completions.CountAsync());
        Assert.Equal(1, await db.Certificates.CountAsync());
        Assert.Equal(1, await db.OutgoingMail.CountAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Thirty_wishes_to_start_at_once_open_one_attempt(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        var address = await learner.QuizAddressAsync();

        // Thirty tabs: each page carries an operation of its own.
        var pages = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => learner.Client.OpenAsync(address))
        );
        await Task.WhenAll(
            pages.Select(page => learner.Client.SubmitAsync(page, address, "form[action*='Start']"))
        );

        await using var db = host.Look();
        Assert.Equal(1, await db.Attempts.CountAsync());
        Assert.Equal(1, await db.Enrolments.CountAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_answer_sent_twice_is_saved_once_and_the_last_answer_counts(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var attempt = await OpenAsync(host);
        var question = attempt.Paper.Questions[0];
        var client = await host.SignedInAsync("specialist");
        var first = Guid.CreateVersion7();

        Assert.Equal(
            HttpStatusCode.OK,
            await PutAsync(client, attempt, question.QuestionId, first, question.Options[0].Id)
        );
        Assert.Equal(
            HttpStatusCode.OK,
            await PutAsync(
                client,
                attempt,
                question.QuestionId,
                Guid.CreateVersion7(),
                question.Options[1].Id
            )
        );
        // The first one comes again, late: a retry whose answer was lost on the way back.
        Assert.Equal(
            HttpStatusCode.OK,
            await PutAsync(client, attempt, question.QuestionId, first, question.Options[0].Id)
        );

        await using var db = host.Look();
        Assert.Equal(2, await db.Responses.CountAsync());
        var kept = await db.Attempts.Include(a => a.Responses).SingleAsync();
        Assert.Equal([question.Options[1].Id], kept.LastValues()[question.QuestionId]);
    }

    [Fact]
    public async Task Answers_of_many_people_at_once_are_all_saved()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var attempt = await OpenAsync(host);
        var client = await host.SignedInAsync("specialist");
        var sends = Enumerable
            .Range(0, 200)
            .Select(at => attempt.Paper.Questions[at % attempt.Paper.Questions.Count])
            .Select(question =>
                PutAsync(
                    client,
                    attempt,
                    question.QuestionId,
                    Guid.CreateVersion7(),
                    question.Options[0].Id
                )
            );
        Assert.All(await Task.WhenAll(sends), status => Assert.Equal(HttpStatusCode.OK, status));
        await using var db = host.Look();
        Assert.Equal(200, await db.Responses.CountAsync());
    }

    [Fact]
    public async Task Nonsense_is_refused_and_changes_nothing()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var attempt = await OpenAsync(host);
        var question = attempt.Paper.Questions[0];
        var own = await host.SignedInAsync("specialist");
        var other = await host.SignedInAsync("specialist2");
        var option = question.Options[0].Id;

        Assert.Equal(
            HttpStatusCode.NotFound,
            await PutAsync(other, attempt, question.QuestionId, Guid.CreateVersion7(), option)
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            await PutAsync(own, attempt, "q-none", Guid.CreateVersion7(), option)
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            await PutAsync(
                own,
                attempt,
                question.QuestionId,
                Guid.CreateVersion7(),
                "no-such-option"
            )
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            await PutAsync(own, attempt, question.QuestionId, Guid.CreateVersion7(), option, option)
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await PutAsync(own, attempt, question.QuestionId, Guid.Empty, option)
        );
        using var junk = await own.PutAsync(
            Address(attempt, question.QuestionId),
            new StringContent(
                "{\"operation\":[],\"values\":\"",
                System.Text.Encoding.UTF8,
                "application/json"
            )
        );
        Assert.Equal(HttpStatusCode.BadRequest, junk.StatusCode);

        await using var db = host.Look();
        Assert.Equal(0, await db.Responses.CountAsync());
    }

    [Fact]
    public async Task A_request_from_another_site_is_refused()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var attempt = await OpenAsync(host);
        var question = attempt.Paper.Questions[0];
        var client = await host.SignedInAsync("specialist");
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            Address(attempt, question.QuestionId)
        )
        {
            Content = JsonContent.Create(
                new { operation = Guid.CreateVersion7(), values = new[] { question.Options[0].Id } }
            ),
        };
        request.Headers.Add("Origin", "https://evil.example");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task After_the_deadline_no_answer_is_taken_and_what_was_saved_is_graded_once(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            await ContentCopy.WithTimeAsync("20m")
        );
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await using var db = host.Look();
        var attempt = await db.Attempts.AsNoTracking().SingleAsync();
        foreach (var (name, value) in await learner.AnswersAsync())
        {
            // One option of each question: the single ones right, the multiple ones in part.
            await PutAsync(learner.Client, attempt, name[2..], Guid.CreateVersion7(), value);
        }

        var saved = await db.Responses.CountAsync();
        host.Clock.Forward(TimeSpan.FromMinutes(20));
        var question = attempt.Paper.Questions[0];
        Assert.Equal(
            HttpStatusCode.Conflict,
            await PutAsync(
                learner.Client,
                attempt,
                question.QuestionId,
                Guid.CreateVersion7(),
                question.Options[0].Id
            )
        );
        Assert.Equal(saved, await db.Responses.CountAsync());

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => CloseOverdueAsync(host))
                .Append(learner.Client.OpenAsync(await learner.QuizAddressAsync()))
        );
        var result = await db.AttemptResults.AsNoTracking().SingleAsync();
        Assert.Equal(ClosedBy.Deadline, result.ClosedBy);
        Assert.Equal(attempt.DeadlineAt, result.ClosedAt);
        Assert.True(result.Earned.Thousandths > 0);
    }

    private static async Task CloseOverdueAsync(LmsHost host)
    {
        await using var work = host.Services.WorkAs("a test closes what is overdue");
        var job = ActivatorUtilities.CreateInstance<CloseOverdueAttempts>(work.Services);
        await job.Execute(null!, CancellationToken.None);
    }

    private static async Task<Attempt> OpenAsync(LmsHost host)
    {
        await new Learner(host, await host.SignedInAsync("specialist")).StartQuizAsync();
        await using var db = host.Look();
        return await db.Attempts.AsNoTracking().SingleAsync();
    }

    private static string Address(Attempt attempt, string question) =>
        $"/api/v1/attempts/{attempt.Id.Value}/answers/{question}";

    private static async Task<HttpStatusCode> PutAsync(
        HttpClient client,
        Attempt attempt,
        string question,
        Guid operation,
        params string[] values
    )
    {
        using var answer = await client.PutAsJsonAsync(
            Address(attempt, question),
            new { operation, values }
        );
        return answer.StatusCode;
    }
}
