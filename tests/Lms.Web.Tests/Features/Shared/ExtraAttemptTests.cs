using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Shared;

/// <summary>One attempt more than the rule allows: granted once, for a reason, and used once.</summary>
public sealed class ExtraAttemptTests
{
    private static readonly QuizRules Once = new() { Limit = new(1, null) };

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_extra_attempt_opens_one_attempt_beyond_the_rule_and_no_second(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(Once));
        await EndAsync(sitting);
        var refused = await sitting.Client.OpenAsync(TestCourse.Quiz);
        Assert.Null(refused.QuerySelector("form[action*='Start']"));

        var operation = new OperationId(Guid.CreateVersion7());
        Assert.Equal(GrantAnswer.Granted, await GrantAsync(sitting, "не було світла", operation));
        Assert.Equal(GrantAnswer.Granted, await GrantAsync(sitting, "не було світла", operation));
        var page = await sitting.Client.OpenAsync(TestCourse.Quiz);
        Assert.Contains("не було світла", page.Body!.TextContent, StringComparison.Ordinal);
        await EndAsync(sitting);

        await using var db = host.Look();
        var extra = await db.ExtraAttempts.SingleAsync();
        var attempts = await db.Attempts.OrderBy(attempt => attempt.Number).ToListAsync();
        Assert.Equal([null, extra.Id], attempts.Select(attempt => attempt.Extra));
        var closed = await sitting.Client.OpenAsync(TestCourse.Quiz);
        Assert.Null(closed.QuerySelector("form[action*='Start']"));
    }

    [Fact]
    public async Task The_learner_is_told_in_neutral_words_and_the_audit_says_who_granted_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(Once));
        await EndAsync(sitting);

        await GrantAsync(sitting, "не було світла", new(Guid.CreateVersion7()));

        await using var db = host.Look();
        var letter = await db.OutgoingMail.SingleAsync();
        Assert.Equal("specialist@demo.example", letter.To);
        Assert.Equal("Навчання: можна спробувати ще раз", letter.Subject);
        Assert.DoesNotContain("світла", letter.Body, StringComparison.Ordinal);
        var entry = await db.Audit.SingleAsync(e => e.Action == AuditAction.ExtraAttemptGranted);
        Assert.Equal((await Trainer.ActorAsync(host)).Account, entry.Actor);
        Assert.Equal(sitting.Person, entry.Subject);
        Assert.Equal("t-course/t-quiz", entry.Detail);
    }

    [Fact]
    public async Task Without_a_reason_or_for_a_lesson_nothing_is_granted()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(Once));
        await sitting.StartAsync();
        var lesson = sitting.Course.Activities[0].Id;
        var operation = new OperationId(Guid.CreateVersion7());

        Assert.Equal(GrantAnswer.BadReason, await GrantAsync(sitting, "  ", operation));
        Assert.Equal(
            GrantAnswer.BadReason,
            await GrantAsync(sitting, new string('я', 501), operation)
        );
        Assert.Equal(GrantAnswer.Unknown, await GrantAsync(sitting, "причина", operation, lesson));

        await using var db = host.Look();
        Assert.Equal(0, await db.ExtraAttempts.CountAsync());
    }

    private static async Task EndAsync(Sitting sitting)
    {
        await sitting.StartAsync();
        using var answer = await sitting.SubmitAsync();
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<GrantAnswer> GrantAsync(
        Sitting sitting,
        string reason,
        OperationId operation,
        Lms.Domain.Courses.ActivityId? activity = null
    )
    {
        var attempt = await sitting.AttemptAsync();
        await using var scope = sitting.Host.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<GrantExtraAttempt>()
            .RunAsync(
                attempt.EnrolmentId,
                activity ?? attempt.ActivityId,
                reason,
                operation,
                await Trainer.ActorAsync(sitting.Host)
            );
    }
}
