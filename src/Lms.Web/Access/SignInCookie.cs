using System.Runtime.ExceptionServices;
using System.Security.Claims;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Access;

/// <summary>The cookie: an account's id and the stamp it was signed in under, nothing about a person.</summary>
public static class SignInCookie
{
    private const string Stamp = "stamp";
    private const string Means = "means";
    private static readonly object Failure = new();

    public static Task SignInAsync(HttpContext http, Account account, SignInMeans means)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                new Claim(Stamp, account.SecurityStamp ?? ""),
                new Claim(Means, means.ToString()),
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
                ? await FindAsync(http, new AccountId(account), stamp)
                : null;
        if (viewer is null)
        {
            context.RejectPrincipal();
            return;
        }

        http.RequestServices.GetRequiredService<CurrentViewer>().Become(viewer);
    }

    /// <summary>
    /// A database out of reach is a failure of the request, not a sign-out; it is thrown where the
    /// failure page, which needs no viewer, can still be shown.
    /// </summary>
    public static IApplicationBuilder UseViewerFailure(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (
                    http.Items.TryGetValue(Failure, out var failure)
                    && http.Features.Get<IExceptionHandlerFeature>() is null
                )
                {
                    ((ExceptionDispatchInfo)failure!).Throw();
                }

                return next(http);
            }
        );

    private static async Task<Viewer?> FindAsync(HttpContext http, AccountId account, string stamp)
    {
        try
        {
            return await http
                .RequestServices.GetRequiredService<ViewerReads>()
                .FindAsync(account, stamp);
        }
        catch (Exception failure) when (FailurePages.IsStorageTrouble(failure))
        {
            http.Items[Failure] = ExceptionDispatchInfo.Capture(failure);
            return null;
        }
    }
}
