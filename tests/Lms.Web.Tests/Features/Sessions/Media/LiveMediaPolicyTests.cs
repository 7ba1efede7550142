using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lms.Web.Tests.Features.Sessions.Media;

public sealed class LiveMediaPolicyTests
{
    [Fact]
    public async Task Only_a_page_of_a_session_compiles_and_asks_for_the_microphone()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapGet("/room", () => "").WithMetadata(new UsesLiveMediaAttribute());
        app.MapGet("/other", () => "");
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        foreach (
            var (path, isRoom) in new[] { ("/room", true), ("/other", false), ("/none", false) }
        )
        {
            using var answer = await client.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Equal(isRoom, policy.Contains("'wasm-unsafe-eval'", StringComparison.Ordinal));
            Assert.Equal(
                isRoom,
                policy.Contains("media-src 'self' blob:", StringComparison.Ordinal)
            );
            Assert.DoesNotContain("'unsafe-eval'", policy);
            Assert.Equal(
                isRoom,
                answer
                    .Headers.GetValues("Permissions-Policy")
                    .Single()
                    .Contains("microphone=(self)", StringComparison.Ordinal)
            );
        }
    }
}
