using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>The viewer's own attempts; an overdue one is closed by being looked at.</summary>
public sealed class QuizReads(LmsDbContext db, SubmitAttempt submit, TimeProvider time)
{
    /// <summary>At one quiz, in their order, without what was answered.</summary>
    public async Task<IReadOnlyList<Attempt>> AttemptsAsync(EnrolmentId enrolment, ActivityId quiz)
    {
        var attempts = await ReadAsync(enrolment, quiz);
        var now = time.Now();
        if (attempts.Find(attempt => attempt.IsOverdue(now)) is { } overdue)
        {
            await submit.RunAsync(overdue.Id);
            attempts = await ReadAsync(enrolment, quiz);
        }

        return attempts;
    }

    /// <summary>With all that was answered and marked; null when the viewer has no such attempt.</summary>
    public Task<Attempt?> WholeAsync(AttemptId id) =>
        db
            .Attempts.AsNoTracking()
            .Include(attempt => attempt.Result)
            .Include(attempt => attempt.Responses)
            .Include(attempt => attempt.Marks)
            .Include(attempt => attempt.Rescores)
            .Where(attempt => attempt.Id == id)
            .SingleOrDefaultAtOnceAsync(db);

    /// <summary>Names of the files handed in, by question.</summary>
    public Task<Dictionary<string, StoredFile>> FilesAsync(AttemptId attempt) =>
        db
            .AnswerFiles.Where(file => file.AttemptId == attempt)
            .Select(file => new
            {
                file.QuestionId,
                file.Id,
                file.Name,
            })
            .ToDictionaryAsync(
                file => file.QuestionId,
                file => new StoredFile(file.Id.Value, file.Name)
            );

    public Task<Allowance> AllowanceAsync(
        PersonId person,
        EnrolmentId enrolment,
        ActivityId quiz
    ) => db.AllowanceAsync(person, enrolment, quiz);

    /// <summary>Of a person who has not begun the course.</summary>
    public async Task<Allowance> AllowanceAsync(PersonId person) =>
        new(await db.TimeFactorAsync(person), null);

    public async Task<AttemptState?> StateAsync(AttemptId id)
    {
        var now = time.Now();
        return await WholeAsync(id) is not { } attempt
            ? null
            : new(
                attempt.Result is null && !attempt.IsOverdue(now),
                attempt.DeadlineAt,
                now,
                [
                    .. attempt
                        .Responses.GroupBy(response => response.QuestionId)
                        .Select(saves => saves.MaxBy(save => save.Position)!)
                        .Select(last => new SavedAnswer(
                            last.QuestionId,
                            last.Values,
                            last.Confidence?.ToString(),
                            last.Position
                        )),
                ]
            );
    }

    private Task<List<Attempt>> ReadAsync(EnrolmentId enrolment, ActivityId quiz) =>
        db
            .Attempts.AsNoTracking()
            .Include(attempt => attempt.Result)
            .Include(attempt => attempt.Rescores)
            .Where(attempt => attempt.EnrolmentId == enrolment && attempt.ActivityId == quiz)
            .OrderBy(attempt => attempt.Number)
            .ListAtOnceAsync(db);
}

/// <summary>A file handed in, without its bytes.</summary>
public sealed record StoredFile(Guid Id, string Name);
