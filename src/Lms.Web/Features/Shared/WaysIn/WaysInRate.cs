using System.Threading.RateLimiting;

namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>
/// How often one network may try ways in and ask for accounts. A training room is one network: thirty
/// people may register in an hour, and everyone may mistype.
/// </summary>
public static class WaysInRate
{
    public const string Tries = "ways-in";
    public const string Registrations = "registrations";

    public static RateLimitPartition<string> OfTries(HttpContext http) =>
        PerNetwork(http, 60, TimeSpan.FromMinutes(1));

    public static RateLimitPartition<string> OfRegistrations(HttpContext http) =>
        PerNetwork(http, 60, TimeSpan.FromHours(1));

    private static RateLimitPartition<string> PerNetwork(
        HttpContext http,
        int limit,
        TimeSpan span
    ) =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = limit,
                    Window = span,
                    SegmentsPerWindow = 6,
                }
            )
            : RateLimitPartition.GetNoLimiter("");
}
