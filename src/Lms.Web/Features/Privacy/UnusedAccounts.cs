using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Privacy;

/// <param name="SeenOn">Null when the person never signed in.</param>
public sealed record UnusedAccount(PersonId Person, string Name, DateOnly? SeenOn);

/// <summary>
/// Whom an administrator asks whether the account is still needed. Nothing is deleted by itself: a
/// person on leave, ill or at war comes back to what they learnt.
/// </summary>
public sealed class UnusedAccounts(
    LmsDbContext db,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <summary>The longest unused first.</summary>
    public async Task<IReadOnlyList<UnusedAccount>> ListAsync(CancellationToken cancel = default)
    {
        var before = time.Now().AddDays(-settings.Retention.UnusedDays);
        var rows = await db
            .Accounts.Where(account => account.PersonId != null && account.DeactivatedAt == null)
            .Join(
                db.People,
                account => account.PersonId,
                person => (PersonId?)person.Id,
                (account, person) =>
                    new
                    {
                        person.Id,
                        person.Name.Family,
                        person.Name.Given,
                        person.Name.Patronymic,
                        person.CreatedAt,
                        SeenAt = db
                            .Sessions.Where(session => session.AccountId == account.Id)
                            .Max(session => (DateTimeOffset?)session.SeenAt),
                    }
            )
            .ToListAsync(cancel);
        return
        [
            .. rows.Where(row => (row.SeenAt ?? row.CreatedAt) < before)
                .OrderBy(row => row.SeenAt ?? row.CreatedAt)
                .Select(row => new UnusedAccount(
                    row.Id,
                    new PersonName(row.Family, row.Given, row.Patronymic).Full,
                    row.SeenAt is { } at ? pack.DayOf(at) : null
                )),
        ];
    }
}
