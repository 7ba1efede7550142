namespace Lms.Web.Access;

/// <summary>
/// Behind TLS every cookie is <c>__Host-</c>: the browser takes it from this host alone, over TLS
/// alone (RFC 6265bis, 4.1.3.2).
/// </summary>
public static class CookieNames
{
    public static string Of(LmsSettings settings, string name) =>
        IsSecure(settings) ? $"__Host-{name}" : name;

    public static bool IsSecure(LmsSettings settings) =>
        settings.Site.Uri.Scheme == Uri.UriSchemeHttps;

    public static CookieOptions Options(LmsSettings settings, TimeSpan kept) =>
        new()
        {
            MaxAge = kept,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = IsSecure(settings),
            IsEssential = true,
        };
}
