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
public sealed class IndexModel(
    InviteMany invite,
    FollowPlace place,
    Throttle throttle,
    LookedAt looked
) : PageModel
{
    public PeopleFilter Filter { get; private set; } = PeopleFilter.Of(null, null, null, null);

    public IReadOnlyList<WaitingPerson> People { get; private set; } = [];

    public int All { get; private set; }

    /// <summary>
    /// The address names a community or an institution that is none of the viewer's: an empty list would be
    /// untrue.
    /// </summary>
    public bool IsElsewhere { get; private set; }

    /// <summary>The same of all the viewer's communities.</summary>
    public string Whole => AddressOf(Filter with { Community = "", Institution = "" });

    public string Address => AddressOf(Filter);

    private List<Guid> chosenBefore = [];

    /// <summary>Shown once.</summary>
    public List<InvitationSheet> Sheets { get; } = [];

    public List<NotInvited> Refused { get; } = [];

    public async Task OnGetAsync(string? q, string? community, string? role, string? institution)
    {
        if (await ReadAsync(q, community, role, institution))
        {
            await looked.ListAsync(People.Count);
        }
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
        if (!await ReadAsync(q, community, role, institution))
        {
            return Page();
        }

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

    private static string AddressOf(PeopleFilter filter) =>
        $"/manage/people/invitations{filter.Address()}";

    /// <returns>Whether the place is one of the viewer's.</returns>
    private async Task<bool> ReadAsync(
        string? q,
        string? community,
        string? role,
        string? institution
    )
    {
        Filter = PeopleFilter.Of(q, community, role, institution);
        if (!await place.FollowsAsync(Filter))
        {
            IsElsewhere = true;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }

        (People, All) = await invite.WaitingAsync(Filter, HttpContext.Texts());
        return true;
    }
}
