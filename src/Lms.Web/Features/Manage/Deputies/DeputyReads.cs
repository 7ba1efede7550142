using System.Globalization;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Deputies;

/// <param name="Name">Of the deputy, or of whom one is the deputy.</param>
public sealed record DeputyRow(
    GrantId Id,
    string Name,
    TerritoryCode? Territory,
    DateOnly From,
    DateOnly? To
);

public sealed record Candidate(AccountId Account, string Name);

/// <summary>A right of one's own that can be lent, with those it is lent to.</summary>
public sealed record OwnRight(
    Grant Grant,
    IReadOnlyList<DeputyRow> Deputies,
    IReadOnlyList<Candidate> Candidates
);

/// <summary>
/// A manager's own rights and whom they are lent to. Logins are not a manager's to read, so the
/// product's own eyes look, within the territories of those rights.
/// </summary>
public sealed class DeputyReads(
    LmsDatabase database,
    NameDeputy deputies,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    private static readonly Viewer Reader = Viewer.System("a manager looks at deputies");

    public DateOnly Today => pack.DayOf(time.Now());

    public async Task<(IReadOnlyList<OwnRight> Own, IReadOnlyList<DeputyRow> Lent)> AllAsync()
    {
        await using var db = database.Open(Reader);
        var account = current.Viewer.Account;
        var today = Today;
        var held = await db
            .Grants.AsNoTracking()
            .Where(grant =>
                grant.Role == AccessRole.Manager
                && (grant.To == null || grant.To >= today)
                && (grant.AccountId == account || grant.DeputyOf == account)
            )
            .ToListAsync();
        var own = new List<OwnRight>();
        foreach (var grant in held.Where(one => one.AccountId == account && one.DeputyOf is null))
        {
            var named = held.Where(one =>
                one.DeputyOf == account && one.Territory == grant.Territory
            );
            own.Add(
                new(
                    grant,
                    await RowsAsync(db, named, one => one.AccountId),
                    await NamedAsync(db, deputies.Candidates(db, grant))
                )
            );
        }

        var lent = held.Where(one => one.AccountId == account && one.DeputyOf is not null);
        return (own, await RowsAsync(db, lent, one => one.DeputyOf!.Value));
    }

    /// <summary>A right of the manager's own, or a deputy they named.</summary>
    public async Task<bool> IsOwnAsync(GrantId grant)
    {
        await using var db = database.Open(Reader);
        var account = current.Viewer.Account;
        return await db.Grants.AnyAsync(one =>
            one.Id == grant
            && (one.DeputyOf == account || (one.AccountId == account && one.DeputyOf == null))
        );
    }

    /// <summary>The names were read: it stands in the log.</summary>
    public async Task RecordAsync(int people)
    {
        await using var db = database.Open(Reader);
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.PeopleListed,
                Actor = current.Viewer.Account,
                Detail = people.ToString(CultureInfo.InvariantCulture),
            }
        );
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<DeputyRow>> RowsAsync(
        LmsDbContext db,
        IEnumerable<Grant> grants,
        Func<Grant, AccountId> whom
    )
    {
        var list = grants.ToList();
        var ids = list.Select(whom).ToList();
        var names = (
            await NamedAsync(db, db.Accounts.Where(account => ids.Contains(account.Id)))
        ).ToDictionary(one => one.Account, one => one.Name);
        return
        [
            .. list.OrderBy(one => one.From)
                .Select(one => new DeputyRow(
                    one.Id,
                    names.GetValueOrDefault(whom(one), ""),
                    one.Territory,
                    one.From,
                    one.To
                )),
        ];
    }

    // A person's name; of an account without one its login.
    private async Task<IReadOnlyList<Candidate>> NamedAsync(
        LmsDbContext db,
        IQueryable<Access.Account> accounts
    )
    {
        var found = await accounts
            .Select(account => new
            {
                account.Id,
                account.UserName,
                Name = db
                    .People.Where(person => person.Id == account.PersonId)
                    .Select(person => person.Name)
                    .FirstOrDefault(),
            })
            .ToListAsync();
        var names = StringComparer.Create(Texts.In(pack.Languages[0]).Culture, ignoreCase: true);
        return
        [
            .. found
                .Select(one => new Candidate(one.Id, one.Name?.Full ?? one.UserName ?? ""))
                .OrderBy(one => one.Name, names),
        ];
    }
}
