using System.Net;

namespace Lms.Web.Tests.Support;

/// <summary>Keeps cookies as a browser does; redirects stay visible to the test.</summary>
public sealed class CookieJar(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly CookieContainer cookies = new();

    /// <summary>What it would send there.</summary>
    public string HeaderFor(Uri address) => cookies.GetCookieHeader(address);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var own = cookies.GetCookieHeader(request.RequestUri!);
        var given = request.Headers.TryGetValues("Cookie", out var set)
            ? string.Join("; ", set)
            : "";
        request.Headers.Remove("Cookie");
        var all = string.Join("; ", new[] { given, own }.Where(part => part.Length > 0));
        if (all.Length > 0)
        {
            request.Headers.Add("Cookie", all);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var fresh))
        {
            foreach (var cookie in fresh)
            {
                cookies.SetCookies(request.RequestUri!, cookie);
            }
        }

        return response;
    }
}
