using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Lms.Web.Access;

/// <summary>
/// A cookie by which a browser shows that a name has signed in there before. It opens nothing: it only
/// keeps strangers who try that name from slowing its holder down.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, LmsSettings settings)
{
    private const int MostNames = 4;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector protector = protection
        .CreateProtector("known device")
        .ToTimeLimitedDataProtector();

    private readonly string cookie = CookieNames.Of(settings, "lms-known");

    public bool Knows(HttpContext http, string login) =>
        NamesIn(http).Contains(Tickets.HashOf(login), StringComparer.Ordinal);

    public void Remember(HttpContext http, string login)
    {
        var names = NamesIn(http).Prepend(Tickets.HashOf(login)).Distinct().Take(MostNames);
        http.Response.Cookies.Append(
            cookie,
            protector.Protect(string.Join(' ', names), Kept),
            CookieNames.Options(settings, Kept)
        );
    }

    private string[] NamesIn(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[cookie] is { } value
                ? protector.Unprotect(value).Split(' ')
                : [];
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return [];
        }
    }
}
