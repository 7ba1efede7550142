using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Access;

/// <summary>The cookie: an account's id and the stamp it was signed in under, nothing about a person.</summary>
public static class SignInCookie
{
    private const string Stamp = "stamp";

    public static Task SignInAsync(HttpContext http, Account account)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                new Claim(Stamp, account.SecurityStamp ?? ""),
            ],
            IdentityConstants.ApplicationScheme
        );
        return http.SignInAsync(
            IdentityConstants.ApplicationScheme,
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = true }
        );
    }

    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var stamp = context.Principal?.FindFirstValue(Stamp);
        var viewer =
            Guid.TryParse(id, out var account) && stamp is not null
                ? await http
                    .RequestServices.GetRequiredService<ViewerReads>()
                    .FindAsync(new AccountId(account), stamp)
                : null;
        if (viewer is null)
        {
            context.RejectPrincipal();
            return;
        }

        http.RequestServices.GetRequiredService<CurrentViewer>().Become(viewer);
    }
}
