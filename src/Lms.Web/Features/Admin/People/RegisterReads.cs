using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.People;

/// <param name="Place">Surrogate of the person, or of an account that is nobody's.</param>
/// <param name="Login">Null for a person without an account.</param>
public sealed record RegisterRow(
    Guid Place,
    PersonName? Name,
    TerritoryCode? Community,
    string? Login,
    IReadOnlyList<AccessRole> Roles,
    bool IsClosed
)
{
    public string Words => Name?.Full ?? Login ?? "";
}

/// <param name="Query">Beginning of a surname or of a login.</param>
public sealed record RegisterFilter(string Query, AccessRole? Role, string Community);

/// <summary>Everyone of the register and every login, by name. Each list is an entry of the log.</summary>
public sealed class RegisterReads(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    // Sorted as the organisation's first language sorts, whoever reads and whatever the database.
    private readonly CultureInfo names = Texts.In(pack.Languages[0]).Culture;

    /// <returns>Those found, and the communities that anyone of the register works for.</returns>
    public async Task<(
        IReadOnlyList<RegisterRow> Found,
        IReadOnlyList<TerritoryCode> Communities
    )> FindAsync(RegisterFilter filter)
    {
        var byName = StringComparer.Create(names, ignoreCase: true);
        var all = (await AllAsync()).ToList();
        IReadOnlyList<RegisterRow> found =
        [
            .. all.Where(row => filter.Role is not { } role || row.Roles.Contains(role))
                .Where(row =>
                    filter.Community.Length == 0 || row.Community?.Value == filter.Community
                )
                .Where(row => filter.Query.Length == 0 || Matches(row, filter.Query))
                .OrderBy(row => row.Name?.Family ?? row.Words, byName)
                .ThenBy(row => row.Name?.Given ?? "", byName)
                .ThenBy(row => row.Name?.Patronymic ?? "", byName)
                .ThenBy(row => row.Place),
        ];
        return (found, [.. all.Select(row => row.Community).OfType<TerritoryCode>().Distinct()]);
    }

    public async Task RecordAsync(int people)
    {
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

    private bool Matches(RegisterRow row, string typed) =>
        (row.Name is { } name && SurnameSearch.Begins(name.Family, typed, names))
        || row.Login?.StartsWith(typed, StringComparison.OrdinalIgnoreCase) == true;

    private async Task<IEnumerable<RegisterRow>> AllAsync()
    {
        var today = pack.DayOf(time.Now());
        var people = await db
            .People.Where(person => person.MergedInto == null && person.ErasedAt == null)
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Community,
            })
            .AsNoTracking()
            .ToListAsync();
        var accounts = await db
            .Accounts.Select(account => new
            {
                account.Id,
                account.PersonId,
                account.UserName,
                account.DeactivatedAt,
            })
            .ToListAsync();
        var roles = (
            await db
                .Grants.Where(grant =>
                    grant.From <= today && (grant.To == null || grant.To >= today)
                )
                .Select(grant => new { grant.AccountId, grant.Role })
                .ToListAsync()
        ).ToLookup(grant => grant.AccountId, grant => grant.Role);
        var byPerson = accounts
            .Where(account => account.PersonId is not null)
            .ToDictionary(account => account.PersonId!.Value);
        return people
            .Select(person =>
            {
                var account = byPerson.GetValueOrDefault(person.Id);
                return new RegisterRow(
                    person.Id.Value,
                    person.Name,
                    person.Community,
                    account?.UserName,
                    account is null ? [] : [.. roles[account.Id].Distinct().Order()],
                    account?.DeactivatedAt is not null
                );
            })
            .Concat(
                accounts
                    .Where(account => account.PersonId is null)
                    .Select(account => new RegisterRow(
                        account.Id.Value,
                        null,
                        null,
                        account.UserName,
                        [.. roles[account.Id].Distinct().Order()],
                        account.DeactivatedAt is not null
                    ))
            );
    }
}
