using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Lms.Web.Features.Shared;

/// <summary>Slows whoever asks too much from one network: an IPv4 address, or the /64 of an IPv6 one.</summary>
internal static class PerNetwork
{
    /// <param name="perMinute">How many requests a network may make in a minute.</param>
    /// <param name="postsAlone">Only what is posted counts.</param>
    public static RateLimitPartition<string> Limit(
        HttpContext http,
        int perMinute,
        bool postsAlone = false
    ) =>
        postsAlone && !HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetNoLimiter("unlimited")
            : RateLimitPartition.GetSlidingWindowLimiter(
                Of(http.Connection.RemoteIpAddress),
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = perMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                }
            );

    public static string Of(IPAddress? address) =>
        address switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(
                address.GetAddressBytes().AsSpan(0, 8)
            ),
            _ => address.ToString(),
        };
}
