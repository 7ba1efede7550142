using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Account;

[AllowAnonymous]
[Paced(Pace.Setup)]
public sealed class SetupModel(FirstAdministrator administrator, Content.Pack.OrganisationPack pack)
    : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Key of the text that says what is wrong; null while nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>The rule that the password broke.</summary>
    public PasswordAnswer Weakness { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await administrator.IsAwaitedAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (
            string.IsNullOrWhiteSpace(Email)
            || Features.Shared.WaysIn.LoginName.Read(Email, pack.Phones) is not { IsEmail: true }
        )
        {
            return Refuse("account.setup.email");
        }

        switch (await administrator.CreateAsync(Code ?? "", Email.Trim(), Password ?? ""))
        {
            case SetupAnswer.Done done:
                await SignInCookie.SignInAsync(HttpContext, done.Account, SignInMeans.Link);
                return LocalRedirect("/admin");
            case SetupAnswer.LoginTaken:
                return Refuse("account.setup.taken");
            case SetupAnswer.WrongCode:
                return Refuse("account.setup.code");
            case SetupAnswer.WeakPassword weak:
                Weakness = weak.Rule;
                return Refuse("account.setup.password");
            default:
                return NotFound();
        }
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
