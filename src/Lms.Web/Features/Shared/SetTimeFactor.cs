using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>
/// Sets how much of a quiz's time a person gets, and moves the deadlines of their running attempts in
/// the same write. The caller has checked that the actor may do this for the person: the change itself
/// is made with the product's own eyes, because nobody may read another's attempts.
/// </summary>
public sealed class SetTimeFactor(LmsDatabase database, TimeProvider time)
{
    private static readonly Viewer Setter = Viewer.System("set a person's time factor");

    /// <summary>False when there is no such person.</summary>
    public async Task<bool> RunAsync(PersonId person, TimeFactor factor, Actor by)
    {
        await using var db = database.Open(Setter);
        return await db.WriteAsync(async () =>
        {
            if (!await db.People.AnyAsync(known => known.Id == person))
            {
                return false;
            }

            if (await db.TimeFactorAsync(person) == factor)
            {
                return true;
            }

            var now = time.Now();
            db.TimeAllowances.Add(
                new TimeAllowance
                {
                    PersonId = person,
                    Factor = factor,
                    SetAt = now,
                    SetBy = by.Person,
                }
            );
            await MoveDeadlinesAsync(db, person, factor, now);
            db.Audit.Add(
                new AuditEntry
                {
                    At = now,
                    Action = AuditAction.TimeFactorSet,
                    Actor = by.Account,
                    Subject = person,
                }
            );
            await db.SaveChangesAsync();
            return true;
        });
    }

    private static async Task MoveDeadlinesAsync(
        LmsDbContext db,
        PersonId person,
        TimeFactor factor,
        DateTimeOffset now
    )
    {
        var open = await db
            .Attempts.Where(attempt => attempt.PersonId == person && attempt.Result == null)
            .ToListAsync();
        // An attempt whose time is over is over, though nobody has closed it yet.
        foreach (var attempt in open.Where(attempt => !attempt.IsOverdue(now)))
        {
            attempt.DeadlineAt = attempt.OpenedAt + factor.Of(attempt.Rules.Time);
        }
    }
}

/// <summary>Who acts: the account for the audit, the person for the fact.</summary>
public sealed record Actor(AccountId Account, PersonId Person);
