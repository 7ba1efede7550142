using System.Buffers.Text;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Account.Security;

/// <summary>The passkeys of one's account: another one, another name, one less.</summary>
[OneFactorIsEnough]
[FreshSignIn]
public sealed class PasskeysModel(
    LmsDbContext db,
    CurrentViewer current,
    SignInDatabase accountsDb,
    UserManager<Access.Account> accounts,
    Passkeys passkeys,
    TimeProvider time
) : PageModel
{
    public const int LongestName = 60;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? State { get; set; }

    /// <summary>Of the passkey that is renamed or removed, as base64url.</summary>
    [BindProperty]
    public string? Id { get; set; }

    [TempData]
    public string? Done { get; set; }

    public bool HasFailed { get; private set; }

    public IReadOnlyList<UserPasskeyInfo> Own { get; private set; } = [];

    public bool IsDemanded => current.Viewer.NeedsSecondFactor;

    public static string IdOf(UserPasskeyInfo passkey) =>
        Base64Url.EncodeToString(passkey.CredentialId);

    public async Task<IActionResult> OnGetAsync() =>
        await ReadAsync() is null ? ToSecondStep() : Page();

    public async Task<IActionResult> OnGetOptionsAsync() =>
        await ReadAsync() is { } account
            ? new JsonResult(await passkeys.AskToAddAsync(account))
            : Forbid();

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (await ReadAsync() is not { } account)
        {
            return ToSecondStep();
        }

        if (await passkeys.AddAsync(account, Credential, State, NameOf(Name)) is null)
        {
            HasFailed = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await WriteDownAsync(account.Id, AuditAction.PasskeyAdded);
        // What this sign-in now stands on: else the next page would ask for what was just made.
        if (current.Viewer.Means is { } means && SecondFactorRule.IsOneFactor(means))
        {
            await SignInCookie.SignInAsync(HttpContext, account, SignInMeans.Passkey);
        }

        return Back("account.security.passkey.added");
    }

    public async Task<IActionResult> OnPostRenameAsync()
    {
        if (await ReadAsync() is not { } account || Found() is not { } passkey)
        {
            return NotFound();
        }

        passkey.Name = NameOf(Name);
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return Back("account.security.passkey.renamed");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (await ReadAsync() is not { } account || Found() is not { } passkey)
        {
            return NotFound();
        }

        await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        await WriteDownAsync(account.Id, AuditAction.PasskeyRemoved);
        return Back("account.security.passkey.removed");
    }

    // Null for whoever has a second factor and has not proved it: a password alone adds no passkey.
    private async Task<Access.Account?> ReadAsync()
    {
        var id = current.Viewer.Account!.Value;
        var security = await OwnSecurity.ReadAsync(db, id);
        if (IsDemanded && security.HasSecondFactor)
        {
            return null;
        }

        var account = (await accounts.FindByIdAsync(id.ToString()))!;
        Own = [.. (await accounts.GetPasskeysAsync(account)).OrderBy(one => one.CreatedAt)];
        return account;
    }

    private UserPasskeyInfo? Found() =>
        Own.FirstOrDefault(passkey => string.Equals(IdOf(passkey), Id, StringComparison.Ordinal));

    private async Task WriteDownAsync(AccountId account, AuditAction action)
    {
        accountsDb.Db.Audit.Add(
            new AuditEntry
            {
                At = Features.Shared.Clock.Now(time),
                Action = action,
                Actor = account,
            }
        );
        await accountsDb.Db.SaveChangesAsync();
    }

    private string NameOf(string? typed)
    {
        var name = typed?.Trim() ?? "";
        return name.Length == 0 ? Device.Of(Request.Headers.UserAgent.ToString())
            : name.Length > LongestName ? name[..LongestName]
            : name;
    }

    private RedirectToPageResult ToSecondStep() =>
        RedirectToPage("/Account/Security/SecondStep", new { From = "/account/security/passkeys" });

    private RedirectToPageResult Back(string done)
    {
        Done = done;
        return RedirectToPage();
    }
}
