using Microsoft.AspNetCore.Authorization;

namespace Lms.Web.Access;

/// <summary>A page that a sign-in by one factor may open while the second is missing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneFactorIsEnoughAttribute : Attribute;

/// <summary>
/// Until the second factor is proved, the viewer has no rights, and every page that is not public
/// leads to where it is asked for.
/// </summary>
public static class SecondFactorStep
{
    public const string Address = "/account/login/second";

    public static IApplicationBuilder UseSecondFactor(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                var current = http.RequestServices.GetRequiredService<CurrentViewer>();
                var endpoint = http.GetEndpoint();
                if (!current.Viewer.NeedsSecondFactor || IsEnoughFor(endpoint))
                {
                    return next(http);
                }

                // A public page shows what it shows to anyone, and does nothing for the account.
                if (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                {
                    current.Become(Viewer.Nobody);
                    return next(http);
                }

                if (HttpMethods.IsGet(http.Request.Method) && !IsApi(http.Request))
                {
                    var from = Uri.EscapeDataString(http.Request.Path + http.Request.QueryString);
                    http.Response.Redirect($"{Address}?from={from}");
                }
                else
                {
                    http.Response.StatusCode = StatusCodes.Status403Forbidden;
                }

                return Task.CompletedTask;
            }
        );

    private static bool IsEnoughFor(Endpoint? endpoint) =>
        endpoint is null || endpoint.Metadata.GetMetadata<OneFactorIsEnoughAttribute>() is not null;

    private static bool IsApi(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal);
}
