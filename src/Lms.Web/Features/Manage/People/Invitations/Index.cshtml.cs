using Lms.Web.Access;
using Lms.Web.Features.Manage.People.WaysIn;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.People.Invitations;

/// <summary>Someone who was chosen and not invited.</summary>
/// <param name="Words">Key of why.</param>
public sealed record NotInvited(string Name, string Words);

/// <summary>Invites many at once: one sheet of square codes to print and cut, each made by a turn of its own.</summary>
[Authorize(Policy = PeopleFeature.LetsIn)]
[FreshSignIn]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(InviteMany invite, Throttle throttle, LookedAt looked) : PageModel
{
    public PeopleFilter Filter { get; private set; } = PeopleFilter.Of(null, null, null, null);

    public IReadOnlyList<WaitingPerson> People { get; private set; } = [];

    public int All { get; private set; }

    private List<Guid> chosenBefore = [];

    /// <summary>Shown once.</summary>
    public List<InvitationSheet> Sheets { get; } = [];

    public List<NotInvited> Refused { get; } = [];

    public async Task OnGetAsync(string? q, string? community, string? role, string? institution)
    {
        await ReadAsync(q, community, role, institution);
        await looked.ListAsync(People.Count);
    }

    public async Task<IActionResult> OnPostAsync(
        string? q,
        string? community,
        string? role,
        string? institution,
        List<Guid> person,
        Dictionary<Guid, string> login
    )
    {
        await ReadAsync(q, community, role, institution);
        chosenBefore = person;
        var chosen = People.Where(one => person.Contains(one.Id.Value)).ToList();
        foreach (var one in chosen)
        {
            if (throttle.Take(Pace.Invitation, HttpContext).Wait is not null)
            {
                Refused.Add(new(one.Name, "manage.invitations.later"));
                continue;
            }

            var typed = one.IsInvited ? one.Login : login.GetValueOrDefault(one.Id.Value);
            var (sheet, answer) = await invite.RunAsync(one, typed);
            if (sheet is not null)
            {
                Sheets.Add(sheet);
            }
            else if (WordsOf(answer, typed) is { } words)
            {
                Refused.Add(new(one.Name, words));
            }
        }

        if (Sheets.Count == 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Page();
    }

    public bool IsChosen(Guid person) => chosenBefore.Contains(person);

    private static string? WordsOf(InviteAnswer answer, string? typed) =>
        answer switch
        {
            InviteAnswer.LoginTaken => "manage.invite.taken",
            InviteAnswer.NoLogin when string.IsNullOrWhiteSpace(typed) =>
                "manage.invitations.no-login",
            InviteAnswer.NoLogin => "shared.ways.login.wrong",
            InviteAnswer.Outside => "manage.invite.outside",
            InviteAnswer.Done or InviteAnswer.SameName => null,
            _ => throw new InvalidOperationException(),
        };

    private async Task ReadAsync(string? q, string? community, string? role, string? institution)
    {
        Filter = PeopleFilter.Of(q, community, role, institution);
        (People, All) = await invite.WaitingAsync(Filter, HttpContext.Texts());
    }
}
