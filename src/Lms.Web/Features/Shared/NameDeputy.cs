using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>
/// Lends a manager's right to another account for some days, and takes it back. The caller has checked
/// that the actor may: it is their own right, or they are an administrator.
/// </summary>
public sealed class NameDeputy(LmsDatabase database, OrganisationPack pack, TimeProvider time)
{
    private static readonly Viewer Namer = Viewer.System("name a deputy");

    public async Task<DeputyAnswer> RunAsync(
        GrantId grant,
        AccountId deputy,
        DateOnly from,
        DateOnly to,
        AccountId? by
    )
    {
        await using var db = database.Open(Namer);
        return await db.WriteAsync(async () =>
        {
            var original = await db.Grants.SingleOrDefaultAsync(one => one.Id == grant);
            if (
                original is null
                || !await Candidates(db, original).AnyAsync(one => one.Id == deputy)
            )
            {
                return DeputyAnswer.Unknown;
            }

            var answer = DeputyRule.Check(original, deputy, from, to, pack.DayOf(time.Now()));
            if (answer == DeputyAnswer.Named)
            {
                var named = new Grant
                {
                    Id = new(time.NewId()),
                    AccountId = deputy,
                    Role = original.Role,
                    Territory = original.Territory,
                    From = from,
                    To = to,
                    DeputyOf = original.AccountId,
                };
                db.Grants.Add(named);
                await RecordAsync(db, AuditAction.DeputyNamed, named, by);
            }

            return answer;
        });
    }

    /// <summary>From now on; false when there is no such deputy.</summary>
    public async Task<bool> EndAsync(GrantId deputy, AccountId? by)
    {
        await using var db = database.Open(Namer);
        return await db.WriteAsync(async () =>
        {
            var today = pack.DayOf(time.Now());
            var named = await db.Grants.SingleOrDefaultAsync(one =>
                one.Id == deputy && one.DeputyOf != null && one.To >= today
            );
            if (named is null)
            {
                return false;
            }

            named.To = DeputyRule.Ended(named.From, today);
            await RecordAsync(db, AuditAction.GrantEnded, named, by);
            return true;
        });
    }

    /// <summary>Open accounts of people within the territory of the right, its holder apart.</summary>
    public IQueryable<Access.Account> Candidates(LmsDbContext db, Grant original)
    {
        var people = db.People.Where(person =>
            person.MergedInto == null && person.ErasedAt == null
        );
        if (original.Territory is { } territory)
        {
            var within = pack.Territories.CommunitiesWithin(territory).ToList();
            people = people.Where(person => within.Contains(person.Community));
        }

        return db.Accounts.Where(account =>
            account.Id != original.AccountId
            && account.DeactivatedAt == null
            && people.Any(person => person.Id == account.PersonId)
        );
    }

    private async Task RecordAsync(LmsDbContext db, AuditAction action, Grant deputy, AccountId? by)
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = action,
                Actor = by,
                Subject = await db
                    .Accounts.Where(account => account.Id == deputy.AccountId)
                    .Select(account => account.PersonId)
                    .SingleAsync(),
                Detail = GrantWords.Of(deputy),
            }
        );
        await db.SaveChangesAsync();
    }
}
