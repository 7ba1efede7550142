using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>Where the square code on an invitation leads.</summary>
[AllowAnonymous]
[Paced(Pace.Invitation)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InvitationModel(AcceptInvitation accept, OrganisationPack pack) : PageModel
{
    public OrganisationPack Pack => pack;

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Null when the invitation cannot be used.</summary>
    public string? Who { get; private set; }

    public List<FieldFault> Faults { get; } = [];

    public Task<IActionResult> OnGetAsync(string token) => ShowAsync(token);

    public async Task<IActionResult> OnPostAsync(string token)
    {
        switch (await accept.RunAsync(token, Password ?? ""))
        {
            case WayInAnswer.Done done:
                await SignInCookie.SignInAsync(HttpContext, done.Account, SignInMeans.Link);
                return LocalRedirect("/learn");
            case WayInAnswer.WeakPassword weak:
                Faults.Add(new("password", WeakWords.KeyOf(weak.Rule)));
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
        }

        return await ShowAsync(token);
    }

    private async Task<IActionResult> ShowAsync(string token)
    {
        Who = await accept.WhoAsync(token);
        if (Who is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }
}
