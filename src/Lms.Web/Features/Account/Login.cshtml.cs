using Lms.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Account;

[AllowAnonymous]
public sealed class LoginModel(
    SignIn signIn,
    Access.Sessions sessions,
    CurrentViewer current,
    Throttle throttle,
    KnownDevices known,
    Passkeys passkeys,
    ILookupNormalizer normalizer,
    Content.Pack.OrganisationPack pack,
    LmsSettings settings
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Someone who is signed in proves again who they are.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    /// <summary>The name to sign in with: an e-mail address or a phone number.</summary>
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Key of the text that says what is wrong; null while nothing is.</summary>
    public string? Fault { get; private set; }

    public bool HasRegistration => pack.HasRegistration;

    /// <summary>Comes from the link of a reset.</summary>
    [BindProperty(SupportsGet = true, Name = "reset")]
    public bool HasNewPassword { get; set; }

    public bool IsAgain => Again && current.Viewer.IsSignedIn;

    public IEnumerable<string> DemoAddresses =>
        settings.Demo ? pack.Demo?.Accounts.Select(account => account.Email) ?? [] : [];

    public string? DemoPassword => settings.Demo ? pack.Demo?.Password : null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Email) || string.IsNullOrEmpty(Password))
        {
            return Refuse("account.login.missing");
        }

        var login = Email.Trim();
        var name =
            Features.Shared.WaysIn.LoginName.Read(login, pack.Phones)?.Key
            ?? normalizer.NormalizeName(login);
        var turn = throttle.Take(
            Pace.SignIn,
            HttpContext,
            Features.Shared.Tickets.HashOf(name),
            known.Knows(HttpContext, name)
        );
        if (turn.Wait is { } wait)
        {
            return HttpContext.TooSoon(wait);
        }

        var account = await signIn.CheckAsync(login, Password);
        if (account is null)
        {
            return Refuse("account.login.wrong");
        }

        turn.GiveBack();
        known.Remember(HttpContext, name);
        return await EnterAsync(account, SignInMeans.Password);
    }

    /// <summary>What the script asks the device for a passkey with.</summary>
    public async Task<IActionResult> OnGetOptionsAsync() =>
        new JsonResult(await passkeys.AskToSignInAsync());

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        var turn = throttle.Take(Pace.SignIn, HttpContext);
        if (turn.Wait is { } wait)
        {
            return HttpContext.TooSoon(wait);
        }

        if (await passkeys.SignInAsync(Credential, State) is not { } account)
        {
            return Refuse("account.login.passkey");
        }

        turn.GiveBack();
        known.Remember(HttpContext, account.NormalizedUserName ?? "");
        await signIn.WriteDownAsync(account);
        return await EnterAsync(account, SignInMeans.Passkey);
    }

    private async Task<IActionResult> EnterAsync(Access.Account account, SignInMeans means)
    {
        if (
            current.Viewer is { Session: { } session, NeedsSecondFactor: false } viewer
            && viewer.Account == account.Id
        )
        {
            await sessions.ProveAsync(session);
        }
        else
        {
            await SignInCookie.SignInAsync(HttpContext, account, means);
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
