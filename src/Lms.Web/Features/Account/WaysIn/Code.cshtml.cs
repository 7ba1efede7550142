using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>A code handed over in person becomes a new password.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodeModel(UseCode use, Throttle throttle, OrganisationPack pack) : PageModel
{
    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public List<FieldFault> Faults { get; } = [];

    public string? Fault(string field) => Faults.Find(fault => fault.Field == field)?.Words;

    public async Task<IActionResult> OnPostAsync()
    {
        var turn = throttle.Take(Pace.OneTimeCode, HttpContext, TriedName());
        if (turn.Wait is { } wait)
        {
            return HttpContext.TooSoon(wait);
        }

        switch (await use.RunAsync(Login, Code, Password ?? ""))
        {
            // The code stands in for the password alone, never for the second factor.
            case WayInAnswer.Done { Account.TotpSecret: not null }:
                return LocalRedirect("/account/login");
            case WayInAnswer.Done done:
                await SignInCookie.SignInAsync(HttpContext, done.Account, SignInMeans.OneTimeCode);
                return LocalRedirect("/learn");
            case WayInAnswer.WeakPassword weak:
                turn.GiveBack();
                Faults.Add(new("password", WeakWords.KeyOf(weak.Rule)));
                break;
            default:
                Faults.Add(new("code", "account.code.wrong"));
                break;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // A stranger elsewhere slows down neither the holder nor the code.
    private string TriedName()
    {
        var login = LoginName.Read(Login, pack.Phones)?.Key ?? Login ?? "";
        return Tickets.HashOf(
            $"{login} {Throttle.NetworkOf(HttpContext.Connection.RemoteIpAddress)}"
        );
    }
}
