using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.People.WaysIn;

/// <summary>Helps a person to sign in: a code in person, or a new paper of the invitation.</summary>
[Authorize(Policy = PeopleFeature.LetsIn)]
[FreshSignIn]
[Paced(Pace.OneTimeCode)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodeModel(
    GiveCode give,
    InvitePerson invite,
    LookedAt looked,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public PersonWayIn Way { get; private set; } = new("", "", WayInState.NoAccount, []);

    /// <summary>Shown once; null while none was given.</summary>
    public string? Code { get; private set; }

    public InvitationSheet? Sheet { get; private set; }

    public string At(DateTimeOffset at) =>
        TimeZoneInfo
            .ConvertTime(at, pack.TimeZone)
            .ToString("d MMMM, HH:mm", HttpContext.Texts().Culture);

    public Task<IActionResult> OnGetAsync(Guid person) => ShowAsync(new(person));

    public async Task<IActionResult> OnPostAsync(Guid person)
    {
        var code = await give.RunAsync(new(person));
        Code = code is null ? null : OneTimeCode.Shown(code);
        return await ShowAsync(new(person));
    }

    public async Task<IActionResult> OnPostPaperAsync(Guid person)
    {
        if (
            await give.LookAsync(new(person)) is { State: WayInState.Invited } way
            && await invite.AgainAsync(new(person)) is { } token
        )
        {
            Sheet = new(
                way.Name,
                way.Login,
                SendInvitation.Address(settings.Site, token),
                pack.DayOf(time.Now() + InvitePerson.Validity)
            );
        }

        return await ShowAsync(new(person));
    }

    private async Task<IActionResult> ShowAsync(PersonId person)
    {
        if (await give.LookAsync(person) is not { } way)
        {
            return NotFound();
        }

        Way = way;
        await looked.PeopleAsync(person);
        return Page();
    }
}
