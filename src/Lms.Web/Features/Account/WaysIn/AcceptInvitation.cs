using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>What redeeming a way in came to.</summary>
public abstract record WayInAnswer
{
    private WayInAnswer() { }

    public sealed record Done(Access.Account Account) : WayInAnswer;

    /// <summary>Unknown, used, void or too late: nobody is told which.</summary>
    public sealed record Gone : WayInAnswer;

    public sealed record WeakPassword(PasswordAnswer Rule) : WayInAnswer;
}

/// <summary>Turns the paper of an invitation into a password, once.</summary>
public sealed class AcceptInvitation(
    LmsDatabase database,
    Tickets tickets,
    SetPassword passwords,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <summary>First name and initial of the surname, no more: the paper may lie in other hands.</summary>
    public async Task<string?> WhoAsync(string token)
    {
        await using var db = database.Open(Viewer.System("show an invitation"));
        var account = await AccountAsync(db, token);
        var name = await db
            .People.Where(person => account != null && person.Id == account.PersonId)
            .Select(person => person.Name)
            .SingleOrDefaultAsync();
        return name is null ? null : Shown(name);
    }

    public async Task<WayInAnswer> RunAsync(string token, string password)
    {
        await using var db = database.Open(Viewer.System("redeem an invitation"));
        return await db.WriteAsync<WayInAnswer>(async () =>
        {
            if (await AccountAsync(db, token) is not { } account)
            {
                return new WayInAnswer.Gone();
            }

            var rule = await passwords.InsideAsync(db, account, password);
            if (rule != PasswordAnswer.Done)
            {
                return new WayInAnswer.WeakPassword(rule);
            }

            await SeeNoticeAsync(db, account.PersonId!.Value);
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.SignedIn,
                    Actor = account.Id,
                    Detail = "invitation",
                }
            );
            await db.SaveChangesAsync();
            return new WayInAnswer.Done(account);
        });
    }

    private async Task<Access.Account?> AccountAsync(LmsDbContext db, string token)
    {
        var ticket = await tickets.FindAsync(db, token, TicketKind.Invitation);
        return ticket is null
            ? null
            : await db.Accounts.SingleOrDefaultAsync(account =>
                account.Id == ticket.AccountId
                && account.PersonId != null
                && account.DeactivatedAt == null
            );
    }

    private async Task SeeNoticeAsync(LmsDbContext db, PersonId person)
    {
        if (
            !await db.NoticesSeen.AnyAsync(seen =>
                seen.PersonId == person && seen.Version == pack.Notice.Version
            )
        )
        {
            db.NoticesSeen.Add(
                new NoticeSeen
                {
                    PersonId = person,
                    Version = pack.Notice.Version,
                    SeenAt = time.Now(),
                }
            );
        }
    }

    private static string Shown(PersonName name) =>
        name.Given.Length == 0
            ? new PersonName("", name.Family, "").SurnameAndInitials
            : $"{name.Given} {new PersonName("", name.Family, "").SurnameAndInitials}";
}
