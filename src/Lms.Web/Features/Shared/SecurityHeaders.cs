using Microsoft.AspNetCore.Diagnostics;

namespace Lms.Web.Features.Shared;

/// <summary>
/// What every answer carries. The policy has no nonces, so that pages can be kept compressed; the
/// import map is the only inline element and is named by its hash.
/// </summary>
public static class SecurityHeaders
{
    private static readonly string Policy = PolicyOf(usesLiveMedia: false);
    private static readonly string LivePolicy = PolicyOf(usesLiveMedia: true);

    public static IApplicationBuilder UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                // At the last moment: an exception clears what was set before it.
                http.Response.OnStarting(() =>
                {
                    var usesLiveMedia =
                        http.GetEndpoint()?.Metadata.GetMetadata<UsesLiveMediaAttribute>()
                        is not null;
                    Set(http.Response.Headers, usesLiveMedia);
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );

    internal static string PolicyOf(bool usesLiveMedia) =>
        string.Join(
            "; ",
            "default-src 'none'",
            $"script-src 'self' '{ImportMap.Hash}'{(usesLiveMedia ? " 'wasm-unsafe-eval'" : "")}",
            "style-src 'self'",
            "img-src 'self' data:",
            usesLiveMedia ? "media-src 'self' blob:" : "media-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'"
        );

    private static void Set(IHeaderDictionary headers, bool usesLiveMedia)
    {
        // A file that an author brought has a stricter one.
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = usesLiveMedia ? LivePolicy : Policy;
        }

        headers.XContentTypeOptions = "nosniff";
        // A page whose address is a key says nothing at all.
        if (headers["Referrer-Policy"].Count == 0)
        {
            headers["Referrer-Policy"] = "same-origin";
        }

        // A page that listens or looks says so itself.
        if (headers["Permissions-Policy"].Count == 0)
        {
            headers["Permissions-Policy"] = usesLiveMedia
                ? "camera=(self), display-capture=(self), geolocation=(), microphone=(self)"
                : "camera=(), geolocation=(), microphone=()";
        }

        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <summary>
    /// An unsafe request must come from a page of our own: the browser's word for it
    /// (<c>Sec-Fetch-Site</c>), or the <c>Origin</c> it sends. So must whatever opens a hub: no browser
    /// keeps a WebSocket to its own origin.
    /// </summary>
    public static IApplicationBuilder UseOwnOriginOnly(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<LmsSettings>().Site.Uri;
        var own = site.GetLeftPart(UriPartial.Authority);
        return app.Use(
            async (http, next) =>
            {
                var isShowingFailure = http.Features.Get<IStatusCodeReExecuteFeature>() is not null;
                if (!isShowingFailure && IsUnsafe(http.Request) && !IsOwn(http.Request, own))
                {
                    http.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return;
                }

                await next(http);
            }
        );
    }

    private static bool IsUnsafe(HttpRequest request) =>
        request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || (
            !HttpMethods.IsGet(request.Method)
            && !HttpMethods.IsHead(request.Method)
            && !HttpMethods.IsOptions(request.Method)
        );

    private static bool IsOwn(HttpRequest request, string own)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || origin == own
            || origin == $"{request.Scheme}://{request.Host}";
    }
}
