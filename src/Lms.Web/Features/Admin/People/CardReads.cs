using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.People;

/// <summary>Opens one person or login; that it was opened is an entry of the log.</summary>
public sealed class CardReads(LmsDbContext db, CurrentViewer current, TimeProvider time)
{
    /// <summary>Null when the surrogate is neither a person's nor that of a login without one.</summary>
    public async Task<Card?> FindAsync(Guid place)
    {
        var person = await PersonAsync(new(place));
        var account = await AccountAsync(
            person is null
                ? db.Accounts.Where(one => one.Id == new AccountId(place) && one.PersonId == null)
                : db.Accounts.Where(one => one.PersonId == person.Id)
        );
        return person is null && account is null ? null : new(place, person, account);
    }

    public async Task RecordAsync(Card card)
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.PersonLooked,
                Actor = current.Viewer.Account,
                Subject = card.Person?.Id,
                Detail = card.Person is null ? AccountWords.Of(card.Account!.Id) : "",
            }
        );
        await db.SaveChangesAsync();
    }

    private async Task<CardPerson?> PersonAsync(PersonId id)
    {
        if (
            await db
                .People.AsNoTracking()
                .Include(one => one.Posts)
                .SingleOrDefaultAsync(one => one.Id == id)
            is not { } person
        )
        {
            return null;
        }

        var merges = await db
            .PersonMerges.Where(merge => merge.Into == id && merge.UndoneAt == null)
            .OrderByDescending(merge => merge.MergedAt)
            .Select(merge => new
            {
                merge.Id,
                merge.PersonId,
                merge.MergedAt,
                db.People.First(one => one.Id == merge.PersonId).Name,
            })
            .ToListAsync();
        return new(
            id,
            person.Name,
            person.LatinName ?? "",
            person.Community,
            await db.Certificates.CountAsync(certificate => certificate.PersonId == id),
            person.MergedInto,
            person.ErasedAt is not null,
            [.. person.Posts.OrderByDescending(post => post.From)],
            [
                .. merges.Select(merge => new CardMerge(
                    merge.Id,
                    merge.PersonId,
                    merge.Name.Full,
                    merge.MergedAt
                )),
            ]
        );
    }

    private async Task<CardAccount?> AccountAsync(IQueryable<Access.Account> accounts)
    {
        if (
            await accounts.AsNoTracking().Include(one => one.Grants).SingleOrDefaultAsync()
            is not { } account
        )
        {
            return null;
        }

        var sessions = db.Sessions.Where(session => session.AccountId == account.Id);
        return new(
            account.Id,
            account.UserName ?? "",
            account.DeactivatedAt,
            account.TotpSecret is not null || await HasPasskeyAsync(account.Id),
            await sessions.MaxAsync(session => (DateTimeOffset?)session.SeenAt),
            await sessions.CountAsync(session => session.EndedAt == null),
            await GrantsAsync(account)
        );
    }

    private Task<bool> HasPasskeyAsync(AccountId account) =>
        db.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<AccountId>>()
            .AnyAsync(passkey => passkey.UserId == account);

    private async Task<IReadOnlyList<CardGrant>> GrantsAsync(Access.Account account)
    {
        var lenders = account.Grants.Select(grant => grant.DeputyOf).OfType<AccountId>().ToList();
        var names = await db
            .Accounts.Where(lender => lenders.Contains(lender.Id))
            .Select(lender => new
            {
                lender.Id,
                lender.UserName,
                Name = db
                    .People.Where(person => person.Id == lender.PersonId)
                    .Select(person => person.Name)
                    .FirstOrDefault(),
            })
            .ToDictionaryAsync(lender => lender.Id, lender => lender.Name?.Full ?? lender.UserName);
        return
        [
            .. account
                .Grants.OrderByDescending(grant => grant.From)
                .ThenBy(grant => grant.Id.Value)
                .Select(grant => new CardGrant(
                    grant,
                    grant.DeputyOf is { } lender ? names.GetValueOrDefault(lender) : null
                )),
        ];
    }
}
