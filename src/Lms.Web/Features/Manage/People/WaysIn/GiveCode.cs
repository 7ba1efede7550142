using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People.WaysIn;

/// <summary>What whoever follows a person can do about the way in.</summary>
public enum WayInState
{
    /// <summary>A person without a login.</summary>
    NoAccount,

    /// <summary>Invited, and has not set a password yet: a new paper helps.</summary>
    Invited,

    /// <summary>Has a password, and may get a code.</summary>
    Open,

    /// <summary>May do more than learn: an administrator alone helps.</summary>
    ForAdministrator,

    /// <summary>Nobody signs in with it.</summary>
    Closed,
}

/// <param name="Name">Full.</param>
/// <param name="Login">Empty without an account.</param>
/// <param name="Given">Codes of the last thirty days.</param>
public sealed record PersonWayIn(
    string Name,
    string Login,
    WayInState State,
    IReadOnlyList<CodeGiven> Given
);

/// <summary>
/// Gives a code that its holder turns into a new password. Whoever gives it sees it once; using it
/// ends the old password and every session, and tells the holder and a second person.
/// </summary>
public sealed class GiveCode(
    LmsDbContext scoped,
    LmsDatabase database,
    CurrentViewer current,
    LmsSettings settings,
    OrganisationPack pack,
    Tickets tickets,
    TimeProvider time
)
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(30);

    /// <summary>Null for a person outside the viewer's scope, and for none at all.</summary>
    public async Task<PersonWayIn?> LookAsync(PersonId id)
    {
        if (await FindAsync(id) is not { } person)
        {
            return null;
        }

        await using var db = database.Open(Viewer.System("look at a way in"));
        var account = await AccountAsync(db, id);
        var given = account is null
            ? []
            : await CodesGiven.OfAsync(db, account.Id, time.Now() - Shown);
        return new(person.Name.Full, account?.UserName ?? "", StateOf(account), given);
    }

    /// <returns>The code; null when the viewer may not give one.</returns>
    public async Task<string?> RunAsync(PersonId id)
    {
        if (await FindAsync(id) is not { } person)
        {
            return null;
        }

        await using var db = database.Open(Viewer.System("give a one-time code"));
        return await db.WriteAsync(async () =>
        {
            var account = await AccountAsync(db, id);
            if (account is null || StateOf(account) != WayInState.Open)
            {
                return null;
            }

            var code = OneTimeCode.New();
            var by = current.Viewer.Account;
            var token = OneTimeCode.TokenOf(account.Id, code);
            await tickets.MakeAsync(
                db,
                account.Id,
                TicketKind.OneTimeCode,
                by,
                OneTimeCode.Validity,
                token
            );
            Record(db, id);
            await TellAsync(db, person, Tickets.HashOf(token));
            await db.SaveChangesAsync();
            return code;
        });
    }

    private Task<Person?> FindAsync(PersonId id) =>
        scoped
            .People.AsNoTracking()
            .SingleOrDefaultAsync(person => person.Id == id && person.ErasedAt == null);

    private static Task<Access.Account?> AccountAsync(LmsDbContext db, PersonId id) =>
        db
            .Accounts.Include(account => account.Grants)
            .SingleOrDefaultAsync(account => account.PersonId == id);

    private WayInState StateOf(Access.Account? account) =>
        account is null ? WayInState.NoAccount
        : account.DeactivatedAt is not null ? WayInState.Closed
        : !MayHelp(account) ? WayInState.ForAdministrator
        : account.PasswordHash is null ? WayInState.Invited
        : WayInState.Open;

    // A right of tomorrow counts as one of today, and nobody gives a code to themselves.
    private bool MayHelp(Access.Account account)
    {
        var today = pack.DayOf(time.Now());
        return account.Id != current.Viewer.Account
            && (
                current.Viewer.Has(AccessRole.Admin)
                || account.Grants.TrueForAll(grant =>
                    grant.Role == AccessRole.Specialist || grant.To < today
                )
            );
    }

    private void Record(LmsDbContext db, PersonId subject) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.OneTimeCodeGiven,
                Actor = current.Viewer.Account,
                Subject = subject,
            }
        );

    private async Task TellAsync(LmsDbContext db, Person person, string about)
    {
        var texts = Texts.In(pack.Languages[0]);
        var by = current.Viewer;
        var giver = await db
            .People.Where(one => one.Id == by.Person)
            .Select(one => one.Name)
            .SingleOrDefaultAsync();
        var at = TimeZoneInfo.ConvertTime(time.Now(), pack.TimeZone);
        await db.TellAsync(
            time,
            person.Id,
            $"code-given:{about}",
            texts["manage.code.letter.subject"],
            texts.Fill(
                "manage.code.letter",
                at.ToString("d MMMM yyyy, HH:mm", texts.Culture),
                giver?.Full ?? texts["shared.ways.administrator"]
            )
        );
        var today = pack.DayOf(time.Now());
        foreach (
            var second in await WhoAnswers.NearestAsync(
                db,
                pack,
                person.Community,
                today,
                by.Account
            )
        )
        {
            await db.TellOnceAsync(
                time,
                second.Email!,
                $"codes-given:{second.Id}:{today:O}",
                texts["manage.code.second.subject"],
                texts.Fill("manage.code.second", new Uri(settings.Site.Uri, "/manage/people"))
            );
        }
    }
}
