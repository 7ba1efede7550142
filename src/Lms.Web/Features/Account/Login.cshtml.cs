using Lms.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Lms.Web.Features.Account;

[AllowAnonymous]
[EnableRateLimiting(AccountFeature.SignInRate)]
public sealed class LoginModel(
    SignIn signIn,
    Sessions sessions,
    CurrentViewer current,
    Content.Pack.OrganisationPack pack,
    LmsSettings settings
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Someone who is signed in proves again who they are.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Key of the text that says what is wrong; null while nothing is.</summary>
    public string? Fault { get; private set; }

    public IEnumerable<string> DemoAddresses =>
        settings.Demo ? pack.Demo?.Accounts.Select(account => account.Email) ?? [] : [];

    public string? DemoPassword => settings.Demo ? pack.Demo?.Password : null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Email) || string.IsNullOrEmpty(Password))
        {
            return Refuse("account.login.missing");
        }

        var account = await signIn.CheckAsync(Email.Trim(), Password);
        if (account is null)
        {
            return Refuse("account.login.wrong");
        }

        if (current.Viewer is { Session: { } session } viewer && viewer.Account == account.Id)
        {
            await sessions.ProveAsync(session);
        }
        else
        {
            await SignInCookie.SignInAsync(HttpContext, account, SignInMeans.Password);
        }

        return LocalRedirect(Url.IsLocalUrl(From) ? From : "/learn");
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
