using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>All that names one human being: the entries of the register that were merged, the logins.</summary>
/// <param name="People">The entry itself first.</param>
/// <param name="Logins">E-mail addresses, phone numbers and user names, as typed and as looked up.</param>
public sealed record Footprint(
    IReadOnlyList<PersonId> People,
    IReadOnlyList<AccountId> Accounts,
    IReadOnlyList<PersonName> Names,
    IReadOnlyList<string> Logins,
    DateTimeOffset At
)
{
    /// <summary>Names that no ordinary word of a letter is by chance.</summary>
    public IEnumerable<string> WholeNames =>
        Names
            .Select(name => name.Full)
            .Where(name => name.Contains(' ', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Null when there is no such person.</summary>
    public static async Task<Footprint?> FindAsync(
        LmsDbContext db,
        PersonId asked,
        DateTimeOffset at,
        CancellationToken cancel
    )
    {
        var first = await db.People.FirstOrDefaultAsync(person => person.Id == asked, cancel);
        while (first?.MergedInto is { } into)
        {
            first = await db.People.FirstOrDefaultAsync(person => person.Id == into, cancel);
        }

        if (first is null)
        {
            return null;
        }

        var people = new List<Person> { first };
        for (var next = 0; next < people.Count; next++)
        {
            var one = people[next].Id;
            people.AddRange(
                await db.People.Where(person => person.MergedInto == one).ToListAsync(cancel)
            );
        }

        var ids = people.ConvertAll(person => person.Id);
        var accounts = await db
            .Accounts.Where(account =>
                account.PersonId != null && ids.Contains(account.PersonId.Value)
            )
            .ToListAsync(cancel);
        return Of(people, accounts, at);
    }

    /// <summary>A login that belongs to no person of the register; null when there is none.</summary>
    public static async Task<Footprint?> OfAsync(
        LmsDbContext db,
        AccountId id,
        DateTimeOffset at,
        CancellationToken cancel
    ) =>
        await db.Accounts.FirstOrDefaultAsync(account => account.Id == id, cancel) is { } account
            ? Of([], [account], at)
            : null;

    private static Footprint Of(
        List<Person> people,
        List<Access.Account> accounts,
        DateTimeOffset at
    ) =>
        new(
            people.ConvertAll(person => person.Id),
            accounts.ConvertAll(account => account.Id),
            people.ConvertAll(person => person.Name),
            [
                .. accounts
                    .SelectMany(LoginsOf)
                    .OfType<string>()
                    .Where(login => login.Length > 0)
                    .Distinct(StringComparer.Ordinal),
            ],
            at
        );

    private static string?[] LoginsOf(Access.Account account) =>
        [
            account.Email,
            account.NormalizedEmail,
            account.UserName,
            account.NormalizedUserName,
            account.PhoneNumber,
        ];
}
