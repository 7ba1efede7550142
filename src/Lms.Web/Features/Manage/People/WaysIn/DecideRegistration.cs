using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People.WaysIn;

public enum DecisionAnswer
{
    Done,

    /// <summary>Outside the scope, decided already, or none at all.</summary>
    Unknown,

    /// <summary>An account has that login by now.</summary>
    LoginTaken,

    /// <summary>An institution without a staff role, or the other way round.</summary>
    HalfPost,
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
/// Says yes or no to whoever asked for an account. Either way the request keeps neither the login nor
/// the password afterwards.
/// </summary>
public sealed class DecideRegistration(
    LmsDbContext scoped,
    LmsDatabase database,
    AddPerson add,
    CurrentViewer current,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time
)
{
    private readonly Texts texts = Texts.In(pack.Languages[0]);

    public Task<DecisionAnswer> ApproveAsync(RegistrationId id, string? institution, string? role)
    {
        var place = pack.Institution(institution ?? "")?.Code;
        var job = pack.StaffRole(role ?? "")?.Code;
        return place is null != job is null
            ? Task.FromResult(DecisionAnswer.HalfPost)
            : DecideAsync(id, (db, asked) => LetInAsync(db, asked, place, job));
    }

    public Task<DecisionAnswer> RefuseAsync(RegistrationId id, RefusalReason reason) =>
        DecideAsync(
            id,
            async (db, asked) =>
            {
                var why = texts[WordsOf(reason)];
                await TellAsync(db, asked, texts.Fill("manage.registrations.letter.no", why));
                Close(db, asked, RegistrationDecision.Refused, null, reason.ToString());
                return DecisionAnswer.Done;
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
            return DecisionAnswer.Unknown;
        }

        await using var db = database.Open(Viewer.System("decide on a registration"));
        return await db.WriteAsync(async () =>
        {
            var asked = await db.Registrations.SingleOrDefaultAsync(one =>
                one.Id == id && one.DecidedAt == null
            );
            var answer = asked is null ? DecisionAnswer.Unknown : await decide(db, asked);
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
            return DecisionAnswer.LoginTaken;
        }

        var account = add.Inside(
            db,
            new(asked.Name, null, login, asked.Community, institution, role is null ? [] : [role]),
            AccessRole.Specialist
        );
        account.PasswordHash = asked.PasswordHash;
        db.NoticesSeen.Add(
            new NoticeSeen
            {
                PersonId = account.PersonId!.Value,
                Version = asked.NoticeVersion,
                SeenAt = asked.AskedAt,
            }
        );
        var address = new Uri(settings.Site.Uri, "/account/login");
        await TellAsync(db, asked, texts.Fill("manage.registrations.letter.yes", address));
        Close(
            db,
            asked,
            RegistrationDecision.Approved,
            account.PersonId,
            asked.Id.Value.ToString()
        );
        return DecisionAnswer.Done;
    }

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
