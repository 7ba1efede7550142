using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.Security;

/// <summary>Sets the second factor up: the only page a role that must have one reaches without it.</summary>
[OneFactorIsEnough]
[FreshSignIn]
public sealed class SecondFactorModel(
    LmsDbContext db,
    CurrentViewer current,
    SecondFactor second,
    Features.Shared.SiteName site,
    LmsSettings settings
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public string? Offer { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public OwnSecurity Own { get; private set; } = null!;

    public bool IsWrong { get; private set; }

    public bool IsDemanded => current.Viewer.NeedsSecondFactor;

    /// <summary>Whoever must have one replaces it, and does not go without.</summary>
    public bool MayRemove =>
        Own.HasTotp && (settings.Demo || !current.Viewer.Roles.Any(SecondFactorRule.IsAskedOf));

    /// <summary>Shown this once; null while nothing is set.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public string Key { get; private set; } = "";

    public (int Size, string Path) Drawing { get; private set; }

    public string Target => Url.IsLocalUrl(From) ? From : "/account/security";

    private AccountId Id => current.Viewer.Account!.Value;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await MustProveAsync())
        {
            return RedirectToPage("/Account/Security/SecondStep", new { From });
        }

        Show(Totp.NewSecret());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await MustProveAsync())
        {
            return RedirectToPage("/Account/Security/SecondStep", new { From });
        }

        if (second.Offered(Id, Offer) is not { } secret)
        {
            return RedirectToPage(new { From });
        }

        Codes = await second.SetAsync(Id, secret, Code ?? "");
        if (Codes is null)
        {
            IsWrong = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            Show(secret);
            return Page();
        }

        // What this sign-in now stands on; the one before it ends.
        var account = await db.Accounts.SingleAsync(one => one.Id == Id);
        await SignInCookie.SignInAsync(HttpContext, account, SignInMeans.PasswordAndTotp);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        Own = await OwnSecurity.ReadAsync(db, Id);
        if (IsDemanded || !MayRemove)
        {
            return Forbid();
        }

        await second.RemoveAsync(Id);
        return RedirectToPage("/Account/Security/Index");
    }

    // A password alone must not put another second factor in the place of one's own.
    private async Task<bool> MustProveAsync()
    {
        Own = await OwnSecurity.ReadAsync(db, Id);
        return IsDemanded && Own.HasSecondFactor;
    }

    private void Show(byte[] secret)
    {
        var name = site.In(Features.Shared.Language.Texts(HttpContext));
        Offer = second.Offer(Id, secret);
        // Else the field keeps what was posted.
        ModelState.Remove(nameof(Offer));
        Key = Base32.InFours(Base32.Of(secret));
        Drawing = Features.Shared.WaysIn.QrDrawing.Of(Totp.KeyUri(secret, name, Own.Login));
        Response.Headers.CacheControl = "no-store";
    }
}
