using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Lms.Web.Tests.Features.Manage.Assignments;

/// <summary>A mail server that takes every letter and keeps the ids of those it said yes to.</summary>
internal sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public SmtpSink()
    {
        listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>One for each time a letter was accepted, by its id.</summary>
    public ConcurrentBag<string> Accepted { get; } = [];

    public void Dispose() => listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException) { }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var ended = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream);
            (writer.NewLine, writer.AutoFlush) = ("\r\n", true);
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    if (await LetterAsync(reader) is not { } id)
                    {
                        // Cut off within the letter: nobody said yes to it.
                        return;
                    }

                    Accepted.Add(id);
                }

                await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 sink");
            }
        }
        catch (IOException)
        {
            // The other end was killed.
        }
    }

    /// <returns>Its id; null when the letter has no end.</returns>
    private static async Task<string?> LetterAsync(StreamReader reader)
    {
        var id = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == ".")
            {
                return id;
            }

            if (line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase))
            {
                id = line.Split(':', 2)[1].Trim();
            }
        }

        return null;
    }
}
