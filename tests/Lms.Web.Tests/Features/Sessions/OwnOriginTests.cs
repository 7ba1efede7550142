using System.Net;
using Lms.Web.Tests.Features.Sessions.Live;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.TestHost;

namespace Lms.Web.Tests.Features.Sessions;

/// <summary>A page of another site opens no hub with the cookies of whoever looks at it.</summary>
public sealed class OwnOriginTests
{
    private static readonly string[] Foreign =
    [
        "http://evil.example",
        "http://localhost.evil.example",
        "https://localhost",
        "http://localhost:81",
        "null",
    ];

    [Theory]
    [InlineData("/hubs/live")]
    [InlineData("/HUBS/live")]
    [InlineData("/hubs/media")]
    public async Task A_hub_is_opened_from_its_own_origin_alone(string hub)
    {
        await using var stage = await RoomStage.SetAsync();
        var cookie = await RoomStage.CookieAsync(stage.Host, "specialist");
        foreach (var origin in Foreign)
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                await NegotiateAsync(stage.Host, hub, cookie, origin)
            );
            var refused = await Assert.ThrowsAnyAsync<Exception>(() =>
                OpenAsync(stage.Host, hub, cookie, origin)
            );
            Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(
            HttpStatusCode.OK,
            await NegotiateAsync(stage.Host, hub, cookie, "http://localhost")
        );
        await OpenAsync(stage.Host, hub, cookie, "http://localhost");
    }

    private static async Task<HttpStatusCode> NegotiateAsync(
        LmsHost host,
        string hub,
        string cookie,
        string origin
    )
    {
        using var client = host.App.GetTestServer().CreateClient();
        using var negotiate = new HttpRequestMessage(
            HttpMethod.Post,
            $"{hub}/negotiate?negotiateVersion=1"
        );
        negotiate.Headers.Add("Cookie", cookie);
        negotiate.Headers.Add("Origin", origin);
        using var answer = await client.SendAsync(negotiate);
        return answer.StatusCode;
    }

    private static async Task OpenAsync(LmsHost host, string hub, string cookie, string origin)
    {
        var client = host.App.GetTestServer().CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            request.Headers.Cookie = cookie;
            request.Headers.Origin = origin;
        };
        using var socket = await client.ConnectAsync(
            new Uri($"ws://localhost{hub}?session={Guid.CreateVersion7()}"),
            CancellationToken.None
        );
    }
}
