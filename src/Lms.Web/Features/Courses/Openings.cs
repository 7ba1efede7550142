using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>What a person brings to the opening of an attempt beside the attempts before.</summary>
/// <param name="Extra">Granted and not used yet; the oldest of several.</param>
public sealed record Allowance(TimeFactor Factor, ExtraAttempt? Extra)
{
    public static readonly Allowance None = new(TimeFactor.Standard, null);

    public OpeningDecision MayOpen(
        QuizRules rules,
        IReadOnlyList<PastAttempt> past,
        DateTimeOffset now
    ) => AttemptRules.MayOpen(rules, past, now, Factor, Extra is not null);
}

public static class Openings
{
    public static async Task<Allowance> AllowanceAsync(
        this LmsDbContext db,
        PersonId person,
        EnrolmentId enrolment,
        ActivityId quiz
    ) =>
        new(
            await db.TimeFactorAsync(person),
            await db
                .ExtraAttempts.AsNoTracking()
                .Where(extra => extra.EnrolmentId == enrolment && extra.ActivityId == quiz)
                .Where(extra => !db.Attempts.Any(attempt => attempt.Extra == extra.Id))
                .OrderBy(extra => extra.GrantedAt)
                .FirstOrDefaultAsync()
        );
}
