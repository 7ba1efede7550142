using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin;

public enum GiveAnswer
{
    Done,

    /// <summary>No such course, or the account is no trainer's today.</summary>
    Unknown,

    /// <summary>The last day is before today, or no day.</summary>
    BadDay,
}

/// <summary>
/// Gives a trainer a course, from today, and takes it back at once: whose answers they mark and whose
/// learners they see. Both stand in the log.
/// </summary>
public sealed class GiveCourse(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <param name="to">The last day; null for no end.</param>
    public Task<GiveAnswer> RunAsync(string course, AccountId account, DateOnly? to) =>
        db.WriteAsync(async () =>
        {
            var today = Today;
            if (to < today)
            {
                return GiveAnswer.BadDay;
            }

            if (
                await CourseAsync(course) is not { } found
                || !await db.Accounts.AnyAsync(known =>
                    known.Id == account
                    && known.Grants.Any(grant =>
                        grant.Role == AccessRole.Trainer
                        && grant.From <= today
                        && (grant.To == null || grant.To >= today)
                    )
                )
            )
            {
                return GiveAnswer.Unknown;
            }

            var row = await RowAsync(found, account);
            if (row is not null && Holds(row, today))
            {
                row.To = to;
            }
            else
            {
                await ReplaceAsync(row, found, account, to);
            }

            await RecordAsync(AuditAction.CourseGiven, course, account);
            return GiveAnswer.Done;
        });

    /// <summary>From now on: the last day was yesterday.</summary>
    public Task<GiveAnswer> TakeBackAsync(string course, AccountId account) =>
        db.WriteAsync(async () =>
        {
            if (
                await CourseAsync(course) is not { } found
                || await RowAsync(found, account) is not { } row
            )
            {
                return GiveAnswer.Unknown;
            }

            if (Holds(row, Today))
            {
                row.To = Today.AddDays(-1);
                await RecordAsync(AuditAction.CourseTakenBack, course, account);
            }

            return GiveAnswer.Done;
        });

    private DateOnly Today => pack.DayOf(time.Now());

    private static bool Holds(CourseTrainer row, DateOnly today) =>
        row.From <= today && !(row.To < today);

    // The log remembers the span before; the row says what holds.
    private async Task ReplaceAsync(
        CourseTrainer? before,
        CourseId course,
        AccountId account,
        DateOnly? to
    )
    {
        if (before is not null)
        {
            db.CourseTrainers.Remove(before);
            await db.SaveChangesAsync();
        }

        db.CourseTrainers.Add(
            new CourseTrainer
            {
                CourseId = course,
                AccountId = account,
                From = Today,
                To = to,
            }
        );
    }

    private Task<CourseId?> CourseAsync(string slug) =>
        db
            .Courses.Where(course => course.Slug == slug)
            .Select(course => (CourseId?)course.Id)
            .SingleOrDefaultAsync();

    private Task<CourseTrainer?> RowAsync(CourseId course, AccountId account) =>
        db.CourseTrainers.SingleOrDefaultAsync(row =>
            row.CourseId == course && row.AccountId == account
        );

    private async Task RecordAsync(AuditAction action, string course, AccountId account)
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = action,
                Actor = current.Viewer.Account,
                Subject = await db
                    .Accounts.Where(known => known.Id == account)
                    .Select(known => known.PersonId)
                    .SingleAsync(),
                Detail = course,
            }
        );
        await db.SaveChangesAsync();
    }
}
