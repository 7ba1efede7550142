using Lms.Domain.Learning;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Courses;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Data;

/// <summary>What is read in several statements is of one moment.</summary>
public sealed class RowsWithListsTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_attempt_that_is_closed_while_it_is_read_keeps_its_answers(string database)
    {
        using var watch = new StatementsOfThisFlow();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var attempt = await AnsweredAsync(host);
        await using var work = host.Services.WorkAs("a test reads");
        var reads = work.Services.GetRequiredService<QuizReads>();
        Attempt? whole = null;

        watch.Meanwhile = text =>
            Meanwhile(text, "\"Responses\"", () => CloseAsync(host, attempt.Id));
        await watch.OfAsync(async () => whole = await reads.WholeAsync(attempt.Id));

        Assert.Null(watch.Meanwhile);
        Assert.Single(whole!.Responses);
        Assert.Null(whole.Result);
        Assert.NotNull((await reads.WholeAsync(attempt.Id))!.Result);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_enrolment_that_is_completed_while_it_is_read_keeps_its_lessons(
        string database
    )
    {
        using var watch = new StatementsOfThisFlow();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var attempt = await AnsweredAsync(host);
        await using var db = host.Look();
        List<Enrolment> rows = [];

        watch.Meanwhile = text =>
            Meanwhile(text, "\"LessonProgress\"", () => CompleteAsync(host, attempt));
        await watch.OfAsync(async () =>
            rows = await db
                .Enrolments.AsNoTracking()
                .Include(one => one.Completion)
                .Include(one => one.Lessons)
                .Include(one => one.Attempts)
                .Where(one => one.Id == attempt.EnrolmentId)
                .ListAtOnceAsync(db)
        );

        Assert.Null(watch.Meanwhile);
        var read = Assert.Single(rows);
        Assert.Null(read.Completion);
        Assert.NotEmpty(read.Lessons);
        Assert.Single(read.Attempts);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Within_a_write_they_are_read_in_its_transaction(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var attempt = await AnsweredAsync(host);
        await using var db = host.Look();

        var closed = await db.WriteAsync(async () =>
        {
            db.AttemptResults.Add(Result(attempt));
            await db.SaveChangesAsync();
            return await db
                .Attempts.AsNoTracking()
                .Include(one => one.Result)
                .Include(one => one.Responses)
                .Where(one => one.Id == attempt.Id)
                .SingleAtOnceAsync(db);
        });

        Assert.NotNull(closed.Result);
        Assert.Single(closed.Responses);
        Assert.Equal(1, await db.AttemptResults.CountAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_would_be_lost_is_not_written(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var attempt = await AnsweredAsync(host);
        await using var db = host.Look();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            db.AtOnceAsync(async () =>
            {
                db.AttemptResults.Add(Result(attempt));
                return await db.SaveChangesAsync();
            })
        );

        await db.SaveChangesAsync();
        Assert.Equal(1, await db.AttemptResults.CountAsync());
    }

    private static async Task<Attempt> AnsweredAsync(LmsHost host)
    {
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await using var db = host.Look();
        var attempt = await db.Attempts.AsNoTracking().SingleAsync();
        var question = attempt.Paper.Questions[0];
        await host
            .Services.GetRequiredService<SaveAnswers>()
            .RunAsync(
                new(
                    attempt.Id,
                    attempt.PersonId,
                    question.QuestionId,
                    [question.Options[0].Id],
                    new(Guid.CreateVersion7(LmsHost.Start))
                )
            );
        return attempt;
    }

    // Whoever reads waits for it: it is written between two of their statements.
    private static bool Meanwhile(string text, string table, Func<Task> write)
    {
        if (!text.Contains(table, StringComparison.Ordinal))
        {
            return false;
        }

        Task.Run(write).GetAwaiter().GetResult();
        return true;
    }

    private static async Task CloseAsync(LmsHost host, AttemptId attempt)
    {
        await using var work = host.Services.WorkAs("a test closes");
        await work.Services.GetRequiredService<SubmitAttempt>().RunAsync(attempt);
    }

    private static async Task CompleteAsync(LmsHost host, Attempt attempt)
    {
        await using var db = host.Look();
        var enrolment = await db.Enrolments.SingleAsync(one => one.Id == attempt.EnrolmentId);
        db.Completions.Add(
            new()
            {
                Id = new(Guid.CreateVersion7(LmsHost.Start)),
                EnrolmentId = enrolment.Id,
                PersonId = enrolment.PersonId,
                CourseId = enrolment.CourseId,
                CourseVersionId = attempt.CourseVersionId,
                CompletedAt = LmsHost.Start,
            }
        );
        await db.SaveChangesAsync();
    }

    private static AttemptResult Result(Attempt attempt) =>
        new()
        {
            AttemptId = attempt.Id,
            PersonId = attempt.PersonId,
            ClosedAt = LmsHost.Start,
            ClosedBy = ClosedBy.Learner,
            Earned = default,
            Possible = default,
            IsPassed = false,
        };
}
