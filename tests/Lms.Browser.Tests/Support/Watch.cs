using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Lms.Browser.Tests.Support;

/// <summary>
/// Listens to all that a browser complains of, and to every address it asks: there must be nothing to
/// complain of, and no address of a stranger.
/// </summary>
public sealed class Watch
{
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly ConcurrentBag<string> expected = [];

    public Watch(IBrowserContext context, Uri own)
    {
        context.Console += (_, message) =>
        {
            // A violation of the content policy is an error of the console too.
            if (message.Type == "error")
            {
                Hear($"console: {message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => Hear($"script: {error.Error}");
        context.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (
                address.Scheme is "http" or "https" or "ws" or "wss"
                && address.Authority != own.Authority
            )
            {
                Hear($"stranger: {address.Host}");
            }
        };
    }

    /// <summary>What the test itself has caused: a message that holds all of these words is none.</summary>
    public void Expect(string words) => expected.Add(words);

    public void AssertQuiet()
    {
        var unexpected = complaints.Where(complaint => !expected.Any(complaint.Contains)).ToList();
        Assert.Empty(unexpected);
    }

    private void Hear(string complaint) => complaints.Enqueue(complaint);
}
