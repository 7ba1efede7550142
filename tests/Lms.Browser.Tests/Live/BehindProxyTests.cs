using System.Net;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Live;

/// <summary>The operator's guide taken at its word: TLS ends at nginx, the product stands behind it.</summary>
public sealed class BehindProxyTests
{
    [Fact]
    public async Task People_sign_in_over_https_with_cookies_of_this_host_alone()
    {
        await using var product = await BehindAsync();
        await using var proxy = await TlsProxy.StartAsync(
            product.Public,
            product.Server.Settings.Port
        );
        using var visitor = proxy.NewClient();
        using var page = await visitor.GetAsync("/account/login");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await visitor.SignInAsync("specialist@demo.example");
        using var learn = await visitor.GetAsync("/learn");
        Assert.Equal(HttpStatusCode.OK, learn.StatusCode);
        using var again = await visitor.GetAsync("/account/login");
        Assert.All(
            page.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [],
            cookie => Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal)
        );
    }

    private static async Task<Behind> BehindAsync()
    {
        var (settings, port) = (new ServerSettings(), new ServerSettings().Port);
        var environment = settings
            .With("Lms__Site__Address", $"https://localhost:{port}")
            .Append(new("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"));
        var server = await ServerProcess.StartAsync(settings, Product.Start(environment, "serve"));
        return new(server, port);
    }

    private sealed record Behind(ServerProcess Server, int Public) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            Directory.Delete(Server.Settings.Data, recursive: true);
        }
    }
}
