using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account;

/// <summary>
/// Nothing is reachable before it is secured: until the first administrator has come in, everything but
/// the probes and the setup page answers 503. It opens once: when the right of the last administrator
/// ends, people go on learning, and the console lets another one in by <c>admin create</c>.
/// </summary>
public sealed class SetupGate(LmsDatabase database, LmsSettings settings)
{
    private static readonly string[] AlwaysOpen = ["/healthz", "/readyz", "/account/setup"];

    private volatile bool isOpen = settings.Demo;

    public void Open() => isOpen = true;

    public async ValueTask<bool> IsOpenAsync()
    {
        if (!isOpen)
        {
            await using var db = database.Open(Viewer.System("look for an administrator"));
            isOpen = await db.Grants.AnyAsync(grant => grant.Role == AccessRole.Admin);
        }

        return isOpen;
    }

    internal static bool IsAlwaysOpen(PathString path) =>
        AlwaysOpen.Any(open => path.Equals(open, StringComparison.OrdinalIgnoreCase))
        || path.StartsWithSegments("/css", StringComparison.Ordinal)
        || path.StartsWithSegments("/error", StringComparison.Ordinal)
        || path == "/icons.svg"
        || path == "/stitch.svg"
        || path == "/favicon.svg";
}

public static class SetupGateStep
{
    public static IApplicationBuilder UseSetupGate(this WebApplication app)
    {
        var gate = app.Services.GetRequiredService<SetupGate>();
        return app.Use(
            async (http, next) =>
            {
                if (SetupGate.IsAlwaysOpen(http.Request.Path) || await gate.IsOpenAsync())
                {
                    await next(http);
                    return;
                }

                http.Items[FailurePages.SetupPending] = true;
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
        );
    }
}
