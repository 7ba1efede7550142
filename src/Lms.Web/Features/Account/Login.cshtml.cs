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
    Content.Pack.OrganisationPack pack,
    LmsSettings settings
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Key of the text that says what is wrong; null while nothing is.</summary>
    public string? Fault { get; private set; }

    public bool HasRegistration => pack.HasRegistration;

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

        await SignInCookie.SignInAsync(HttpContext, account, SignInMeans.Password);
        return LocalRedirect(Url.IsLocalUrl(From) ? From : "/learn");
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
