using System.Linq.Expressions;
using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>
/// Whether a duty is done: a course when it was completed, credited or waived; a certification while
/// it is held. Asked of the database for lists, and of the facts for single people; a test holds that
/// both say the same.
/// </summary>
public static class DutyDone
{
    /// <summary>Assignments whose duty is done on <paramref name="today"/>, or was when their rule ended.</summary>
    /// <param name="dayEnded">
    /// Of a day that is past, when it ended. Then that counts which was on record by its end: what was
    /// completed, credited, waived or recorded as earned later was not done on it, whatever day it is
    /// dated; and what was withdrawn, revoked or suspended later held on it. So from the end
    /// of that day on the answer does not depend on when it is asked (ADR 0034). Who entered something late keeps it as a fact of its own day: it
    /// counts for every rule that still asks.
    /// </param>
    public static Expression<Func<Assignment, bool>> Of(
        LmsDbContext db,
        DateOnly today,
        DateTimeOffset? dayEnded = null
    ) =>
        one =>
            one.End == AssignmentEnd.Done
            || one.Course != null
                && (
                    db.Completions.Any(done =>
                        done.PersonId == one.PersonId
                        && (dayEnded == null || done.CompletedAt < dayEnded)
                        && db.Courses.Any(course =>
                            course.Id == done.CourseId && course.Slug == one.Course
                        )
                    )
                    || db.Evidence.Any(paper =>
                        paper.PersonId == one.PersonId
                        && paper.Course == one.Course
                        && paper.Decision != null
                        && paper.Decision.Verdict == EvidenceVerdict.Approved
                        && (dayEnded == null || paper.Decision.DecidedAt < dayEnded)
                        && (paper.Decision.ValidUntil == null || paper.Decision.ValidUntil >= today)
                    )
                    || db.Waivers.Any(waiver =>
                        waiver.PersonId == one.PersonId
                        && waiver.Course == one.Course
                        && (dayEnded == null || waiver.GivenAt < dayEnded)
                        && (waiver.WithdrawnAt == null || waiver.WithdrawnAt >= dayEnded)
                        && waiver.From <= today
                        && (waiver.Until == null || waiver.Until >= today)
                    )
                )
            || one.Certification != null
                && (
                    db.CertificationPeriods.Any(period =>
                        period.PersonId == one.PersonId
                        && period.Certification == one.Certification
                        && period.From <= today
                        && period.Until >= today
                        && (dayEnded == null || period.RecordedAt < dayEnded)
                        && !db.PeriodRevocations.Any(revoked =>
                            revoked.Period == period.Id
                            && revoked.On <= today
                            && (dayEnded == null || revoked.RecordedAt < dayEnded)
                        )
                    )
                    || db.Waivers.Any(waiver =>
                        waiver.PersonId == one.PersonId
                        && waiver.Certification == one.Certification
                        && (dayEnded == null || waiver.GivenAt < dayEnded)
                        && (waiver.WithdrawnAt == null || waiver.WithdrawnAt >= dayEnded)
                        && waiver.From <= today
                        && (waiver.Until == null || waiver.Until >= today)
                    )
                )
                && !db.Suspensions.Any(rested =>
                    rested.PersonId == one.PersonId
                    && rested.Certification == one.Certification
                    && rested.From <= today
                    && (rested.Until == null || rested.Until >= today)
                    && (dayEnded == null || rested.RecordedAt < dayEnded)
                );

    /// <summary>Assignments whose duty is not done.</summary>
    public static Expression<Func<Assignment, bool>> NotOf(
        LmsDbContext db,
        DateOnly today,
        DateTimeOffset? dayEnded = null
    )
    {
        var done = Of(db, today, dayEnded);
        return Expression.Lambda<Func<Assignment, bool>>(
            Expression.Not(done.Body),
            done.Parameters
        );
    }

    /// <summary>Of these people, those who have done what is demanded.</summary>
    /// <param name="people">Null for everyone in the scope.</param>
    public static async Task<IReadOnlySet<PersonId>> ByAsync(
        LmsDbContext db,
        Demand what,
        DateOnly today,
        IReadOnlyCollection<PersonId>? people = null,
        CancellationToken cancel = default
    ) =>
        what switch
        {
            Demand.Course(var slug) => await CourseAsync(db, slug, today, people, cancel),
            Demand.Certification(var code) => await HoldersAsync(db, code, today, people, cancel),
            _ => throw new InvalidOperationException(),
        };

    private static async Task<IReadOnlySet<PersonId>> CourseAsync(
        LmsDbContext db,
        string slug,
        DateOnly today,
        IReadOnlyCollection<PersonId>? people,
        CancellationToken cancel
    )
    {
        var done = await Among(db.Completions, people)
            .Where(one =>
                db.Courses.Any(course => course.Id == one.CourseId && course.Slug == slug)
            )
            .Select(one => one.PersonId)
            .ToListAsync(cancel);
        var credited = await Among(db.Evidence, people)
            .Where(one =>
                one.Course == slug
                && one.Decision != null
                && one.Decision.Verdict == EvidenceVerdict.Approved
                && (one.Decision.ValidUntil == null || one.Decision.ValidUntil >= today)
            )
            .Select(one => one.PersonId)
            .ToListAsync(cancel);
        var waived = await Among(db.Waivers, people)
            .Where(one =>
                one.Course == slug
                && one.WithdrawnAt == null
                && one.From <= today
                && (one.Until == null || one.Until >= today)
            )
            .Select(one => one.PersonId)
            .ToListAsync(cancel);
        return done.Concat(credited).Concat(waived).ToHashSet();
    }

    private static async Task<IReadOnlySet<PersonId>> HoldersAsync(
        LmsDbContext db,
        string code,
        DateOnly today,
        IReadOnlyCollection<PersonId>? people,
        CancellationToken cancel
    )
    {
        var held = await Among(db.CertificationPeriods, people)
            .Where(one =>
                one.Certification == code
                && one.From <= today
                && one.Until >= today
                && !db.PeriodRevocations.Any(revoked =>
                    revoked.Period == one.Id && revoked.On <= today
                )
            )
            .Select(one => one.PersonId)
            .ToListAsync(cancel);
        var waived = await Among(db.Waivers, people)
            .Where(one =>
                one.Certification == code
                && one.WithdrawnAt == null
                && one.From <= today
                && (one.Until == null || one.Until >= today)
            )
            .Select(one => one.PersonId)
            .ToListAsync(cancel);
        var rested = await Among(db.Suspensions, people)
            .Where(one =>
                one.Certification == code
                && one.From <= today
                && (one.Until == null || one.Until >= today)
            )
            .Select(one => one.PersonId)
            .ToListAsync(cancel);
        return held.Concat(waived).Except(rested).ToHashSet();
    }

    private static IQueryable<T> Among<T>(IQueryable<T> rows, IReadOnlyCollection<PersonId>? people)
        where T : class, IOfPerson =>
        people is null
            ? rows.AsNoTracking()
            : rows.AsNoTracking().Where(row => people.Contains(row.PersonId));
}
