using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>The viewer's own attempts at one quiz; an overdue one is closed by being looked at.</summary>
public sealed class QuizReads(LmsDbContext db, SubmitAttempt submit, TimeProvider time)
{
    public async Task<IReadOnlyList<Attempt>> AttemptsAsync(EnrolmentId enrolment, ActivityId quiz)
    {
        var attempts = await ReadAsync(enrolment, quiz);
        var now = Shared.Clock.Now(time);
        if (attempts.Find(attempt => attempt.IsOverdue(now)) is { } overdue)
        {
            await submit.RunAsync(overdue.Id);
            attempts = await ReadAsync(enrolment, quiz);
        }

        return attempts;
    }

    public Task<Allowance> AllowanceAsync(
        PersonId person,
        EnrolmentId enrolment,
        ActivityId quiz
    ) => db.AllowanceAsync(person, enrolment, quiz);

    private Task<List<Attempt>> ReadAsync(EnrolmentId enrolment, ActivityId quiz) =>
        db
            .Attempts.AsNoTracking()
            .Include(attempt => attempt.Result)
            .Include(attempt => attempt.Responses)
            .AsSplitQuery()
            .Where(attempt => attempt.EnrolmentId == enrolment && attempt.ActivityId == quiz)
            .OrderBy(attempt => attempt.Number)
            .ToListAsync();
}
