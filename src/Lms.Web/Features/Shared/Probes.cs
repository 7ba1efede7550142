using System.Net;
using Lms.Web.Access;

namespace Lms.Web.Features.Shared;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: it can also read and write. Why not, is told
/// to whoever asks from the machine itself, and to administrators.
/// </summary>
public static class Probes
{
    private const string Forwarded = "X-Forwarded-For";

    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        routes.MapGet("/readyz", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(
        HttpContext http,
        CurrentViewer current,
        ReadinessProbe probe
    )
    {
        var found = await probe.AskAsync();
        var isReady = found.Faults.Count == 0;
        string[] told = MaySeeWhy(http, current) ? [.. found.Faults, .. found.Warnings] : [];
        return Results.Text(
            string.Join('\n', told.Prepend(isReady ? "ready" : "not ready")),
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    // A visitor through a proxy comes from the machine itself too, if the proxy is not told of.
    private static bool MaySeeWhy(HttpContext http, CurrentViewer current) =>
        current.Viewer.Has(AccessRole.Admin)
        || (
            http.Connection.RemoteIpAddress is { } from
            && IPAddress.IsLoopback(from)
            && !http.Request.Headers.ContainsKey(Forwarded)
        );
}
