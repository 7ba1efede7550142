using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Features.Courses;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>The server keeps the time, and says what it is.</summary>
public sealed class DeadlineTests
{
    private static readonly QuizRules Timed = new()
    {
        Time = TimeSpan.FromMinutes(20),
        OfflineGrace = TimeSpan.FromMinutes(10),
    };

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Within_the_grace_only_answers_given_before_the_deadline_are_taken(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(Timed));
        var attempt = await sitting.StartAsync();
        var deadline = attempt.DeadlineAt!.Value;
        host.Clock.Forward(TimeSpan.FromMinutes(25));

        Task<HttpStatusCode> Send(Guid operation) => PutAsync(sitting, attempt, operation);
        Assert.Equal(HttpStatusCode.OK, await Send(Guid.CreateVersion7(deadline.AddSeconds(-1))));
        Assert.Equal(HttpStatusCode.Conflict, await Send(Guid.CreateVersion7(deadline)));
        // An id that says no time was made by no page of ours.
        Assert.Equal(
            HttpStatusCode.Conflict,
            await Send(new Guid("8c8f2d3e-9d5f-4c7e-8a54-0d3f5b1a2c3d"))
        );
        await CloseOverdueAsync(host);
        Assert.Null((await sitting.AttemptAsync()).Result);

        host.Clock.Forward(TimeSpan.FromMinutes(5));
        Assert.Equal(
            HttpStatusCode.Conflict,
            await Send(Guid.CreateVersion7(deadline.AddSeconds(-2)))
        );
        await CloseOverdueAsync(host);
        var closed = (await sitting.AttemptAsync()).Result!;
        Assert.Equal(ClosedBy.Deadline, closed.ClosedBy);
        Assert.Equal(deadline.AddMinutes(10), closed.ClosedAt);
    }

    [Fact]
    public async Task A_saved_answer_and_a_look_at_the_attempt_name_the_deadline_as_it_stands()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(Timed));
        var attempt = await sitting.StartAsync();
        Assert.Equal(attempt.DeadlineAt, await DeadlineOfSaveAsync(sitting, attempt));

        await using var scope = host.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<SetTimeFactor>()
            .RunAsync(sitting.Person, TimeFactor.Half, await Trainer.ActorAsync(host));

        var moved = attempt.OpenedAt.AddMinutes(30);
        Assert.Equal(moved, await DeadlineOfSaveAsync(sitting, attempt));
        var state = await sitting.Client.GetFromJsonAsync<JsonElement>(
            $"/api/v1/attempts/{attempt.Id.Value}"
        );
        Assert.Equal(moved, state.GetProperty("deadlineAt").GetDateTimeOffset());
        Assert.True(state.GetProperty("isOpen").GetBoolean());
        Assert.Equal(1, state.GetProperty("answers").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Fifty_submissions_and_the_job_in_the_second_of_the_deadline_give_one_result(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(
            host,
            EveryKind.Two(new() { Time = TimeSpan.FromMinutes(20) })
        );
        var attempt = await sitting.StartAsync();
        await sitting.AnswerAsync(attempt);
        var page = await sitting.Client.OpenAsync(TestCourse.Quiz);
        host.Clock.Forward(TimeSpan.FromMinutes(20));

        await Task.WhenAll([
            .. Enumerable.Range(0, 4).Select(_ => CloseOverdueAsync(host)),
            .. Enumerable
                .Range(0, 50)
                .Select(async _ =>
                {
                    using var answer = await sitting.Client.SubmitAsync(
                        page,
                        TestCourse.Quiz,
                        "form#quiz",
                        ("answers", "script"),
                        ("confirmed", "true")
                    );
                    Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                }),
        ]);

        await using var db = host.Look();
        var result = await db.AttemptResults.SingleAsync();
        Assert.Equal(ClosedBy.Deadline, result.ClosedBy);
        Assert.True(result.IsPassed);
        Assert.Equal(1, await db.Passes.CountAsync());
    }

    internal static async Task CloseOverdueAsync(LmsHost host)
    {
        await using var work = host.Services.WorkAs("a test closes what is overdue");
        var job = ActivatorUtilities.CreateInstance<CloseOverdueAttempts>(work.Services);
        await job.Execute(null!, CancellationToken.None);
    }

    private static async Task<HttpStatusCode> PutAsync(
        Sitting sitting,
        Attempt attempt,
        Guid operation
    )
    {
        var placed = attempt.Paper.Questions[0];
        using var answer = await sitting.PutAsync(
            attempt,
            placed.QuestionId,
            [placed.Options[0].Id],
            operation
        );
        return answer.StatusCode;
    }

    private static async Task<DateTimeOffset> DeadlineOfSaveAsync(Sitting sitting, Attempt attempt)
    {
        var placed = attempt.Paper.Questions[0];
        using var answer = await sitting.PutAsync(
            attempt,
            placed.QuestionId,
            [placed.Options[0].Id]
        );
        var saved = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return saved.GetProperty("deadlineAt").GetDateTimeOffset();
    }
}
