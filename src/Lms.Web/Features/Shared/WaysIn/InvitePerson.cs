using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>What an invitation came to.</summary>
public abstract record InviteAnswer
{
    private InviteAnswer() { }

    /// <param name="Token">Written down nowhere: it stands on the paper or in the letter.</param>
    public sealed record Done(PersonId Person, string Token) : InviteAnswer;

    /// <summary>The community, or the right, is not the inviter's to give.</summary>
    public sealed record Outside : InviteAnswer;

    /// <param name="Person">Whose login it is; null when that person is none of the inviter's.</param>
    public sealed record LoginTaken(PersonId? Person) : InviteAnswer;

    /// <summary>An account needs a login, and none was given.</summary>
    public sealed record NoLogin : InviteAnswer;

    /// <summary>Nobody was added: the community has people who are called so.</summary>
    public sealed record SameName(IReadOnlyList<string> People) : InviteAnswer;
}

/// <summary>
/// Makes a person with an account that has no password, and the ticket that lets them set one. A
/// manager invites specialists of the own communities; an administrator anyone anywhere.
/// </summary>
public sealed class InvitePerson(
    LmsDatabase database,
    AddPerson add,
    Tickets tickets,
    CurrentViewer current,
    TimeProvider time
)
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(14);

    /// <param name="isAnother">That someone of the same name is another person was asked and said.</param>
    public async Task<InviteAnswer> RunAsync(NewPerson about, AccessRole role, bool isAnother)
    {
        var by = current.Viewer;
        if (!by.Answers(about.Community) || !MayGive(by, role))
        {
            return new InviteAnswer.Outside();
        }

        await using var db = database.Open(Viewer.System("invite a person"));
        return await db.WriteAsync(async () =>
        {
            if (await TakenAsync(db, by, about.Login) is { } taken)
            {
                Record(db, null, "login-taken");
                await db.SaveChangesAsync();
                return taken;
            }

            var same = isAnother ? [] : await SameName.InAsync(db, about.Community, about.Name);
            if (same.Count > 0)
            {
                return new InviteAnswer.SameName(same);
            }

            var account = add.Inside(db, about, role);
            var token = await TicketAsync(db, account, role.ToString());
            return new InviteAnswer.Done(account.PersonId!.Value, token);
        });
    }

    /// <summary>
    /// Someone of the register who cannot sign in yet: an account as a specialist, or a new paper where
    /// there is one already.
    /// </summary>
    /// <param name="login">Null when the person has an account.</param>
    public async Task<InviteAnswer> KnownAsync(PersonId id, LoginName? login)
    {
        await using var db = database.Open(Viewer.System("invite someone of the register"));
        return await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var person = await db.People.SingleOrDefaultAsync(known =>
                known.Id == id && known.MergedInto == null && known.ErasedAt == null
            );
            if (person is null || !current.Viewer.Answers(person.Community))
            {
                return new InviteAnswer.Outside();
            }

            var account = await db.Accounts.SingleOrDefaultAsync(known => known.PersonId == id);
            if (account is { PasswordHash: not null } or { DeactivatedAt: not null })
            {
                return new InviteAnswer.Outside();
            }

            if (account is null && login is null)
            {
                return new InviteAnswer.NoLogin();
            }

            if (account is null && await TakenAsync(db, current.Viewer, login!) is { } taken)
            {
                Record(db, null, "login-taken");
                await db.SaveChangesAsync();
                return taken;
            }

            account ??= add.AccountOf(db, person, login!, AccessRole.Specialist);
            return new InviteAnswer.Done(id, await TicketAsync(db, account, "many"));
        });
    }

    /// <summary>A new paper, the old one void; null for whom an invitation is not the way in.</summary>
    public async Task<string?> AgainAsync(PersonId person)
    {
        await using var db = database.Open(Viewer.System("invite a person again"));
        return await db.WriteAsync(async () =>
        {
            var account = await db.Accounts.SingleOrDefaultAsync(known =>
                known.PersonId == person
                && known.PasswordHash == null
                && known.DeactivatedAt == null
            );
            var community = await db
                .People.Where(known => known.Id == person)
                .Select(known => known.Community)
                .SingleOrDefaultAsync();
            return account is not null && current.Viewer.Answers(community)
                ? await TicketAsync(db, account, "again")
                : null;
        });
    }

    /// <summary>By hand an administrator is made by another one, in the list of rights.</summary>
    public static bool MayGive(Viewer by, AccessRole role) =>
        role == AccessRole.Specialist || (by.Has(AccessRole.Admin) && role != AccessRole.Admin);

    private async Task<string> TicketAsync(LmsDbContext db, Access.Account account, string detail)
    {
        var by = current.Viewer.Account;
        Record(db, account.PersonId, detail);
        await db.SaveChangesAsync();
        var token = await tickets.MakeAsync(db, account.Id, TicketKind.Invitation, by, Validity);
        await db.SaveChangesAsync();
        return token;
    }

    private static async Task<InviteAnswer?> TakenAsync(LmsDbContext db, Viewer by, LoginName login)
    {
        var key = login.Key;
        var known = await db
            .Accounts.Where(account =>
                account.NormalizedUserName == key || account.NormalizedEmail == key
            )
            .Select(account => new { account.PersonId })
            .FirstOrDefaultAsync();
        if (known is null)
        {
            return null;
        }

        var person = await db
            .People.Where(one => one.Id == known.PersonId)
            .Select(one => new { one.Id, one.Community })
            .FirstOrDefaultAsync();
        return new InviteAnswer.LoginTaken(
            person is not null && by.Answers(person.Community) ? person.Id : null
        );
    }

    // What was refused is written down too: it tells that a login is in use.
    private void Record(LmsDbContext db, PersonId? subject, string detail) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.AccountInvited,
                Actor = current.Viewer.Account,
                Subject = subject,
                Detail = detail,
            }
        );
}
