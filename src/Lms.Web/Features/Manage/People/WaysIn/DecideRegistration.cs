using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People.WaysIn;

public abstract record DecisionAnswer
{
    private DecisionAnswer() { }

    /// <param name="Sheet">For whom no letter reaches: shown once. Null when a letter was sent, or none is due.</param>
    public sealed record Done(InvitationSheet? Sheet) : DecisionAnswer;

    /// <summary>Outside the scope, decided already, or none at all.</summary>
    public sealed record Unknown : DecisionAnswer;

    /// <summary>An account has that login by now.</summary>
    public sealed record LoginTaken : DecisionAnswer;

    /// <summary>An institution without a staff role, or the other way round.</summary>
    public sealed record HalfPost : DecisionAnswer;
}

/// <summary>Why someone is not let in; in the words of the audit, which never change.</summary>
public enum RefusalReason
{
    UnknownPerson,
    OtherCommunity,
    HasAccount,
    WrongDetails,
}

/// <summary>
/// Says yes or no to whoever asked for an account. Yes is an invitation: whoever holds it chooses the
/// password, and nothing that was typed before anyone looked opens the account. Either way the request
/// keeps no login afterwards.
/// </summary>
public sealed class DecideRegistration(
    LmsDbContext scoped,
    LmsDatabase database,
    AddPerson add,
    Tickets tickets,
    CurrentViewer current,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time
)
{
    private readonly Texts texts = Texts.In(pack.Languages[0]);

    public async Task<DecisionAnswer> ApproveAsync(
        RegistrationId id,
        string? institution,
        string? role
    )
    {
        var place = await scoped
            .Institutions.Where(one => one.Code == institution)
            .Select(one => one.Code)
            .SingleOrDefaultAsync();
        var job = pack.StaffRole(role ?? "")?.Code;
        return place is null != job is null
            ? new DecisionAnswer.HalfPost()
            : await DecideAsync(id, (db, asked) => LetInAsync(db, asked, place, job));
    }

    public Task<DecisionAnswer> RefuseAsync(RegistrationId id, RefusalReason reason) =>
        DecideAsync(
            id,
            async (db, asked) =>
            {
                var why = texts[WordsOf(reason)];
                await TellAsync(db, asked, texts.Fill("manage.registrations.letter.no", why));
                Close(db, asked, RegistrationDecision.Refused, null, reason.ToString());
                return new DecisionAnswer.Done(null);
            }
        );

    /// <summary>Key of the words.</summary>
    public static string WordsOf(RefusalReason reason) =>
        reason switch
        {
            RefusalReason.UnknownPerson => "manage.registrations.reason.unknown-person",
            RefusalReason.OtherCommunity => "manage.registrations.reason.other-community",
            RefusalReason.HasAccount => "manage.registrations.reason.has-account",
            RefusalReason.WrongDetails => "manage.registrations.reason.wrong-details",
        };

    private async Task<DecisionAnswer> DecideAsync(
        RegistrationId id,
        Func<LmsDbContext, Registration, Task<DecisionAnswer>> decide
    )
    {
        if (!await scoped.Registrations.AnyAsync(one => one.Id == id))
        {
            return new DecisionAnswer.Unknown();
        }

        await using var db = database.Open(Viewer.System("decide on a registration"));
        return await db.WriteAsync(async () =>
        {
            var asked = await db.Registrations.SingleOrDefaultAsync(one =>
                one.Id == id && one.DecidedAt == null
            );
            var answer = asked is null ? new DecisionAnswer.Unknown() : await decide(db, asked);
            await db.SaveChangesAsync();
            return answer;
        });
    }

    private async Task<DecisionAnswer> LetInAsync(
        LmsDbContext db,
        Registration asked,
        string? institution,
        string? role
    )
    {
        var key = asked.NormalizedLogin;
        var isTaken = await db.Accounts.AnyAsync(account =>
            account.NormalizedUserName == key || account.NormalizedEmail == key
        );
        if (isTaken || LoginName.Read(asked.Login, pack.Phones) is not { } login)
        {
            return new DecisionAnswer.LoginTaken();
        }

        var account = add.Inside(
            db,
            new(asked.Name, null, login, asked.Community, institution, role is null ? [] : [role]),
            AccessRole.Specialist
        );
        db.NoticesSeen.Add(
            new NoticeSeen
            {
                PersonId = account.PersonId!.Value,
                Version = asked.NoticeVersion,
                SeenAt = asked.AskedAt,
            }
        );
        await db.SaveChangesAsync();
        var sheet = new InvitationSheet(
            asked.Name.Full,
            login.Value,
            SendInvitation.Address(settings.Site, await TicketAsync(db, account)),
            pack.DayOf(time.Now() + InvitePerson.Validity)
        );
        await TellAsync(
            db,
            asked,
            texts.Fill("manage.registrations.letter.yes", sheet.Address, texts.Day(sheet.Until))
        );
        Close(
            db,
            asked,
            RegistrationDecision.Approved,
            account.PersonId,
            asked.Id.Value.ToString()
        );
        return new DecisionAnswer.Done(login.IsEmail ? null : sheet);
    }

    private Task<string> TicketAsync(LmsDbContext db, Access.Account account) =>
        tickets.MakeAsync(
            db,
            account.Id,
            TicketKind.Invitation,
            current.Viewer.Account,
            InvitePerson.Validity
        );

    private async Task TellAsync(LmsDbContext db, Registration asked, string letter)
    {
        if (LoginName.Read(asked.Login, pack.Phones) is { IsEmail: true } login)
        {
            await db.TellOnceAsync(
                time,
                login.Value,
                $"registration:{asked.Id.Value}",
                texts["manage.registrations.letter.subject"],
                letter
            );
        }
    }

    private void Close(
        LmsDbContext db,
        Registration asked,
        RegistrationDecision decision,
        PersonId? person,
        string detail
    )
    {
        var now = time.Now();
        (asked.DecidedAt, asked.DecidedBy) = (now, current.Viewer.Account);
        asked.Decision = decision;
        (asked.Login, asked.NormalizedLogin, asked.PasswordHash) = ("", "", "");
        db.Audit.Add(
            new AuditEntry
            {
                At = now,
                Action =
                    decision == RegistrationDecision.Approved
                        ? AuditAction.RegistrationApproved
                        : AuditAction.RegistrationRefused,
                Actor = current.Viewer.Account,
                Subject = person,
                Detail = detail,
            }
        );
    }
}
