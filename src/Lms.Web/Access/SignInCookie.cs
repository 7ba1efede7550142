using System.Runtime.ExceptionServices;
using System.Security.Claims;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Access;

/// <summary>
/// The cookie: the sign-in it belongs to and the stamp of its account, nothing about a person.
/// </summary>
public static class SignInCookie
{
    public const string Session = "session";
    public const string Stamp = "stamp";
    private static readonly object Failure = new();

    public static async Task SignInAsync(HttpContext http, Account account, SignInMeans means)
    {
        var session = await http
            .RequestServices.GetRequiredService<Sessions>()
            .BeginAsync(http, account.Id, means);
        await http.SignInAsync(
            IdentityConstants.ApplicationScheme,
            Of(session.Id, account),
            new AuthenticationProperties { IsPersistent = true }
        );
    }

    /// <summary>What the cookie of a session says.</summary>
    public static ClaimsPrincipal Of(SignInSessionId session, Account account) =>
        new(
            new ClaimsIdentity(
                [
                    // By it antiforgery ties a form to whom it was shown.
                    new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                    new Claim(Session, session.Value.ToString()),
                    new Claim(Stamp, account.SecurityStamp ?? ""),
                ],
                IdentityConstants.ApplicationScheme
            )
        );

    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var id = context.Principal?.FindFirstValue(Session);
        var stamp = context.Principal?.FindFirstValue(Stamp);
        var viewer =
            Guid.TryParse(id, out var session) && stamp is not null
                ? await FindAsync(http, new SignInSessionId(session), stamp)
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

    private static async Task<Viewer?> FindAsync(
        HttpContext http,
        SignInSessionId session,
        string stamp
    )
    {
        try
        {
            return await http
                .RequestServices.GetRequiredService<ViewerReads>()
                .FindAsync(session, stamp);
        }
        catch (Exception failure) when (FailurePages.IsStorageTrouble(failure))
        {
            http.Items[Failure] = ExceptionDispatchInfo.Capture(failure);
            return null;
        }
    }
}
