using System.Security.Cryptography;
using System.Text;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Passwords;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>
/// Turns the code that was handed over in person into a new password, once. The old password stops,
/// every session ends, and the holder is told: nobody uses a code unseen.
/// </summary>
public sealed class UseCode(
    LmsDatabase database,
    SetPassword passwords,
    PasswordRules rules,
    OrganisationPack pack,
    TimeProvider time
)
{
    public async Task<WayInAnswer> RunAsync(string? typedLogin, string? typedCode, string password)
    {
        // Before the code is looked at, so that a password says nothing about the code.
        var rule = rules.Check(password, typedLogin);
        if (rule != PasswordAnswer.Done)
        {
            return new WayInAnswer.WeakPassword(rule);
        }

        var login = LoginName.Read(typedLogin, pack.Phones);
        var code = OneTimeCode.Read(typedCode);
        await using var db = database.Open(Viewer.System("redeem a one-time code"));
        return await db.WriteAsync(() => InsideAsync(db, login?.Key ?? "", code, password));
    }

    private async Task<WayInAnswer> InsideAsync(
        LmsDbContext db,
        string key,
        string code,
        string password
    )
    {
        var now = time.Now();
        var account = await db.Accounts.SingleOrDefaultAsync(known =>
            known.NormalizedUserName == key && known.DeactivatedAt == null
        );
        var id = account?.Id ?? default;
        var ticket = await db.Tickets.SingleOrDefaultAsync(known =>
            known.AccountId == id
            && known.Kind == TicketKind.OneTimeCode
            && known.UsedAt == null
            && known.ExpiresAt > now
        );
        if (account is null || ticket is null)
        {
            return new WayInAnswer.Gone();
        }

        if (!IsIt(ticket, OneTimeCode.TokenOf(id, code)))
        {
            ticket.Tries++;
            ticket.UsedAt = ticket.Tries >= OneTimeCode.MostTries ? now : null;
            await db.SaveChangesAsync();
            return new WayInAnswer.Gone();
        }

        var rule = await passwords.AnewAsync(db, account, password);
        if (rule != PasswordAnswer.Done)
        {
            return new WayInAnswer.WeakPassword(rule);
        }

        await TellAsync(db, account, ticket);
        await db.SaveChangesAsync();
        return new WayInAnswer.Done(account);
    }

    private static bool IsIt(AccessTicket ticket, string token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(ticket.Hash),
            Encoding.ASCII.GetBytes(Tickets.HashOf(token))
        );

    private async Task TellAsync(LmsDbContext db, Access.Account account, AccessTicket ticket)
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.SignedIn,
                Actor = account.Id,
                Detail = "one-time-code",
            }
        );
        if (account.PersonId is { } person)
        {
            var texts = Texts.In(pack.Languages[0]);
            await db.TellAsync(
                time,
                person,
                $"code-used:{ticket.Id.Value}",
                texts["account.code.used.subject"],
                texts["account.code.used.letter"]
            );
        }
    }
}
