using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lms.Web.Features.Shared.Kept;

/// <summary>
/// Pages that are the same for everybody without an account, as compressed bytes. A page is made anew
/// when the published courses were read anew.
/// </summary>
public sealed class KeptPages(
    PublishedCourses courses,
    IOptionsMonitor<CookieAuthenticationOptions> cookies
)
{
    private readonly ConcurrentDictionary<(string Path, string Language), KeptPage> pages = new();
    private readonly string account = cookies.Get(IdentityConstants.ApplicationScheme).Cookie.Name!;

    /// <summary>
    /// Whether an answer may come from here and be kept here: a plain reading by nobody in particular.
    /// One address for one page, so that nobody can fill the memory with others.
    /// </summary>
    public bool IsFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.QueryString.HasValue
        && request.Path.Value is [.., not '/'] path
        && !path.AsSpan().ContainsAnyInRange('A', 'Z')
        && !request.Cookies.ContainsKey(account);

    public async ValueTask<KeptPage?> FindAsync(string path, string language) =>
        pages.TryGetValue((path, language), out var page)
        && ReferenceEquals(page.Of, await courses.AllAsync())
            ? page
            : null;

    public KeptPage Keep(
        string path,
        string language,
        IReadOnlyList<PublishedCourse> of,
        byte[] plain
    ) => pages[(path, language)] = new(of, plain);
}

public static class KeptPagesStep
{
    /// <summary>Before everything that a kept page does not need.</summary>
    public static IApplicationBuilder UseKeptPages(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<KeptPages>();
        return app.Use(
            async (http, next) =>
            {
                if (
                    pages.IsFor(http.Request)
                    && await pages.FindAsync(http.Request.Path.Value!, http.Texts().Language)
                        is { } page
                )
                {
                    await page.WriteAsync(http);
                    return;
                }

                await next(http);
            }
        );
    }
}
