using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Manage.People.Import;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People.Invitations;

/// <summary>Someone who cannot sign in yet.</summary>
/// <param name="Login">Of the invitation made before, or what a file gave; empty to be typed.</param>
/// <param name="IsInvited">Has an account without a password.</param>
public sealed record WaitingPerson(
    PersonId Id,
    string Name,
    string Community,
    string Login,
    bool IsInvited
);

/// <summary>Finds who of the scope has no way in, and invites many of them one after the other.</summary>
public sealed class InviteMany(
    LmsDatabase database,
    InvitePerson invite,
    CurrentViewer current,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time
)
{
    public const int AtOnce = 60;

    /// <returns>The first of those who wait, in the order of their names, and how many there are.</returns>
    public async Task<(IReadOnlyList<WaitingPerson> People, int All)> WaitingAsync(
        PeopleFilter filter,
        Texts texts
    )
    {
        // Accounts are read by the product itself, and so the viewer's scope is asked here.
        await using var db = database.Open(Viewer.System("look who has no account"));
        var waiting = filter
            .Of(db, pack.DayOf(time.Now()))
            .Where(one =>
                !db.Accounts.Any(account =>
                    account.PersonId == one.Id
                    && (account.PasswordHash != null || account.DeactivatedAt != null)
                )
            );
        if (!current.Viewer.SeesEveryone)
        {
            var communities = current.Viewer.Communities;
            waiting = waiting.Where(one => communities.Contains(one.Community));
        }

        var all = await waiting.CountAsync();
        var shown = await waiting
            .OrderBy(one => one.SortKey)
            .ThenBy(one => one.Id)
            .Take(AtOnce)
            .AsNoTracking()
            .Select(one => new
            {
                one.Id,
                one.Name,
                one.Community,
            })
            .ToListAsync();
        var ids = shown.Select(one => one.Id).ToList();
        var invited = await db
            .Accounts.Where(one => one.PersonId != null && ids.Contains(one.PersonId.Value))
            .Select(one => new { Person = one.PersonId!.Value, one.UserName })
            .ToDictionaryAsync(one => one.Person, one => one.UserName ?? "");
        var given = (
            await db
                .ImportedPeople.AsNoTracking()
                .Where(one => ids.Contains(one.PersonId) && one.Effect == ImportEffect.Added)
                .ToListAsync()
        ).ToLookup(one => one.PersonId);
        return (
            [
                .. shown.Select(one => new WaitingPerson(
                    one.Id,
                    one.Name.Full,
                    pack.NameOf(one.Community, texts.Language),
                    invited.GetValueOrDefault(one.Id)
                        ?? given[one.Id].SelectMany(ImportFields.ValuesOf).FirstOrDefault()
                        ?? "",
                    invited.ContainsKey(one.Id)
                )),
            ],
            all
        );
    }

    /// <summary>One of them; the sheet, or what is in the way.</summary>
    public async Task<(InvitationSheet? Sheet, InviteAnswer Answer)> RunAsync(
        WaitingPerson person,
        string? typed
    )
    {
        var login = LoginName.Read(typed, pack.Phones);
        var answer = await invite.KnownAsync(person.Id, login);
        return (
            answer is InviteAnswer.Done done
                ? new(
                    person.Name,
                    person.IsInvited ? person.Login : login!.Value,
                    SendInvitation.Address(settings.Site, done.Token),
                    pack.DayOf(time.Now() + InvitePerson.Validity)
                )
                : null,
            answer
        );
    }
}
