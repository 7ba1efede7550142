using System.Globalization;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The language of a request: <c>?lang=</c> chooses and keeps it in the cookie <c>lang</c> (behind
/// TLS <c>__Host-lang</c>), else the cookie, else the first language of the organisation.
/// </summary>
public static class Language
{
    public const string Name = "lang";

    public static IApplicationBuilder UseLanguage(
        this IApplicationBuilder app,
        string first,
        string cookie
    ) =>
        app.Use(
            (http, next) =>
            {
                // A document has its own languages: asking for one does not change the pages'.
                var isPage =
                    http.Request.Path.Value?.EndsWith(".pdf", StringComparison.Ordinal) != true;
                if (
                    isPage
                    && http.Request.Query[Name].ToString() is { Length: > 0 } asked
                    && IsKnown(asked)
                )
                {
                    http.Response.Cookies.Append(
                        cookie,
                        asked,
                        new CookieOptions
                        {
                            MaxAge = TimeSpan.FromDays(365),
                            SameSite = SameSiteMode.Lax,
                            HttpOnly = true,
                            // Its name may ask for it: a browser takes __Host- cookies over TLS alone.
                            Secure = http.Request.IsHttps || cookie != Name,
                            IsEssential = true,
                        }
                    );
                    return Speak(http, asked, next);
                }

                var kept = http.Request.Cookies[cookie];
                return Speak(http, kept is not null && IsKnown(kept) ? kept : first, next);
            }
        );

    /// <summary>The words of this request.</summary>
    public static Texts Texts(this HttpContext http) =>
        http.Features.Get<Texts>() ?? Shared.Texts.Uk;

    /// <summary>The same page in another language, the rest of its query kept.</summary>
    public static string WithLanguage(this HttpRequest request, string language)
    {
        var query = request.Query.Where(pair => pair.Key != Name).Append(new(Name, language));
        return request.Path + QueryString.Create(query);
    }

    private static Task Speak(HttpContext http, string language, RequestDelegate next)
    {
        var texts = Shared.Texts.In(language);
        http.Features.Set(texts);
        CultureInfo.CurrentCulture = texts.Culture;
        CultureInfo.CurrentUICulture = texts.Culture;
        return next(http);
    }

    private static bool IsKnown(string language) => Shared.Texts.Languages.Contains(language);
}
