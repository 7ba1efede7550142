using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Lms.Benchmarks;

/// <summary>Sends requests to one server over connections that stay open; anything but 200 ends the run.</summary>
internal sealed class Driver : IDisposable
{
    private readonly HttpClient client;

    /// <param name="accepted">The compression that a browser would name; null for none.</param>
    public Driver(int port, int connections, string? accepted = null)
    {
        client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                MaxConnectionsPerServer = connections,
            }
        )
        {
            BaseAddress = new(
                string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")
            ),
        };
        client.DefaultRequestHeaders.Host = string.Create(
            CultureInfo.InvariantCulture,
            $"localhost:{port}"
        );
        if (accepted is not null)
        {
            client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(accepted);
        }

        Connections = connections;
    }

    /// <summary>Asks as a browser does that reloads: nothing kept is taken for an answer.</summary>
    public bool Reloads
    {
        set => client.DefaultRequestHeaders.CacheControl = new() { NoCache = value };
    }

    private int Connections { get; }

    /// <summary>The page, and the cookie a browser would send the next time.</summary>
    public async Task<(byte[] Body, string Cookie)> GetAsync(string path, string? cookie)
    {
        using var response = await SendAsync(HttpMethod.Get, path, cookie, content: null);
        var set = response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [];
        return (
            await response.Content.ReadAsByteArrayAsync(),
            string.Join("; ", set.Select(value => value.Split(';')[0]).Prepend(cookie ?? ""))
        );
    }

    public async Task PutAsync(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using var response = await SendAsync(HttpMethod.Put, path, cookie: null, content);
    }

    /// <summary>A form; what it answers is read to its end and kept by nobody.</summary>
    public async Task PostAsync(
        string path,
        string cookie,
        IEnumerable<KeyValuePair<string, string>> fields
    )
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await SendAsync(HttpMethod.Post, path, cookie, content);
        await response.Content.CopyToAsync(Stream.Null);
    }

    /// <summary>As many requests at once as there are connections.</summary>
    public async Task GetManyAsync(string path, string? cookie, int count)
    {
        var left = count;
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(async _ =>
                {
                    while (Interlocked.Decrement(ref left) >= 0)
                    {
                        using var response = await SendAsync(
                            HttpMethod.Get,
                            path,
                            cookie,
                            content: null
                        );
                        await response.Content.CopyToAsync(Stream.Null);
                    }
                })
        );
    }

    /// <summary>Every saver saves one answer after another; saves per second of them all.</summary>
    public async Task<double> SaveAsync(IReadOnlyList<Saver> savers, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(savers.Select(saver => SaveAsync(saver, watch, time)));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private async Task<int> SaveAsync(Saver saver, Stopwatch watch, TimeSpan time)
    {
        var count = 0;
        for (; watch.Elapsed < time; count++)
        {
            var question = saver.Questions[count % saver.Questions.Count];
            var option = question.Options[count / saver.Questions.Count % question.Options.Count];
            var body = $$"""{"operation":"{{Guid.CreateVersion7()}}","values":["{{option}}"]}""";
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await SendAsync(
                HttpMethod.Put,
                $"/api/v1/attempts/{saver.Attempt}/answers/{question.Id}",
                saver.Cookie,
                content
            );
            await response.Content.CopyToAsync(Stream.Null);
        }

        return count;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? cookie,
        HttpContent? content
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{method} {path}: {response.StatusCode}");
        }

        return response;
    }

    public void Dispose() => client.Dispose();
}
