using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.WaysIn;

/// <param name="By">Full name; empty for an administrator who is nobody of the register.</param>
public sealed record CodeGiven(DateTimeOffset At, string By);

/// <summary>
/// The codes that others were given for the viewer's account in the last thirty days. Nobody can put
/// them out of sight, and whoever gave one least of all.
/// </summary>
public sealed class CodesGiven(LmsDatabase database, CurrentViewer current, TimeProvider time)
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<CodeGiven>> AllAsync()
    {
        if (current.Viewer.Account is not { } account)
        {
            return [];
        }

        // The names of those who gave them are not the viewer's to look up.
        await using var db = database.Open(Viewer.System("tell of one-time codes"));
        return await OfAsync(db, account, time.Now() - Shown);
    }

    /// <summary>From the newest.</summary>
    public static async Task<IReadOnlyList<CodeGiven>> OfAsync(
        LmsDbContext db,
        AccountId account,
        DateTimeOffset since
    )
    {
        var given = await db
            .Tickets.Where(ticket =>
                ticket.AccountId == account
                && ticket.Kind == TicketKind.OneTimeCode
                && ticket.MadeAt > since
            )
            .OrderByDescending(ticket => ticket.MadeAt)
            .Select(ticket => new { ticket.MadeAt, ticket.MadeBy })
            .ToListAsync();
        var givers = given.Select(one => one.MadeBy).OfType<AccountId>().Distinct().ToList();
        var names = await db
            .Accounts.Where(by => givers.Contains(by.Id))
            .SelectMany(
                by => db.People.Where(person => person.Id == by.PersonId),
                (by, person) => new { by.Id, person.Name }
            )
            .ToDictionaryAsync(by => by.Id, by => by.Name.Full);
        return
        [
            .. given.Select(one => new CodeGiven(
                one.MadeAt,
                names.GetValueOrDefault(one.MadeBy ?? default, "")
            )),
        ];
    }
}
