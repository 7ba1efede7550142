using System.Globalization;
using System.Threading.Channels;
using Lms.Web.Features.Sessions.Media;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Lms.Benchmarks.Live;

/// <summary>A voice, and those in the room who hear it: each says what has come as the page does.</summary>
internal sealed class Listeners : IAsyncDisposable
{
    // As wwwroot/js/live/media-client.js has it.
    private const int Credit = 8 * 1024;
    private const int AtOnce = 32;

    private const int FramesInPacket = 5;
    private const int FrameMilliseconds = 20;

    // Opus at 24 kbit/s.
    private const int FrameBytes = 60;

    private readonly List<HubConnection> hubs = [];
    private readonly HubConnection trainer;
    private uint sequence;
    private int heard;
    private long bytes;

    private Listeners(int port, LivePlan plan) => trainer = HubOf(port, plan.Session, plan.Trainer);

    public int Count => hubs.Count;

    public int Heard => Volatile.Read(ref heard);

    /// <summary>Of media in each message, on average.</summary>
    public int MessageBytes => (int)(Volatile.Read(ref bytes) / Math.Max(1, Heard));

    public static async Task<Listeners> EnterAsync(int port, LivePlan plan, int count)
    {
        var all = new Listeners(port, plan);
        all.hubs.AddRange(
            plan.Cookies.Take(count).Select(cookie => HubOf(port, plan.Session, cookie))
        );
        await all.trainer.StartAsync();
        await all.PublishAsync(
            new(
                MediaTrack.Voice,
                PacketFlags.Config,
                1,
                0,
                0,
                [],
                new(TrackConfig.Audio, "opus", Rate: 48_000)
            )
        );
        await Parallel.ForEachAsync(
            all.hubs,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (hub, cancel) => await all.ListenAsync(hub, cancel)
        );
        return all;
    }

    /// <summary>Speaks for so many packets, each a tenth of a second, as fast as they last.</summary>
    public async Task SpeakAsync(int packets)
    {
        using var each = new PeriodicTimer(
            TimeSpan.FromMilliseconds(FramesInPacket * FrameMilliseconds)
        );
        for (var number = 0; number < packets; number++)
        {
            await each.WaitForNextTickAsync();
            await PublishAsync(NextVoice());
        }

        // What waits for the others of its message goes out meanwhile.
        await Task.Delay(TimeSpan.FromMilliseconds(500));
    }

    public void Forget() => (heard, bytes) = (0, 0);

    public async ValueTask DisposeAsync()
    {
        await Parallel.ForEachAsync(hubs, async (hub, _) => await hub.DisposeAsync());
        await trainer.DisposeAsync();
    }

    private async Task ListenAsync(HubConnection hub, CancellationToken cancel)
    {
        var (unacked, acks) = (0, Channel.CreateUnbounded<int>());
        hub.On<byte[]>(
            MediaBatch.Method,
            media =>
            {
                Interlocked.Increment(ref heard);
                Interlocked.Add(ref bytes, media.Length);
                unacked += media.Length;
                if (unacked >= Credit * 3 / 4)
                {
                    acks.Writer.TryWrite(unacked);
                    unacked = 0;
                }
            }
        );
        await hub.StartAsync(cancel);
        await hub.SendAsync("Acks", acks.Reader, cancel);
        if (!await hub.InvokeAsync<bool>("Watch", false, Credit, cancel))
        {
            throw new InvalidOperationException("A listener was not let in.");
        }
    }

    private MediaPacket NextVoice()
    {
        var at = sequence * FramesInPacket * FrameMilliseconds * 1000d;
        var frames = Enumerable
            .Range(0, FramesInPacket)
            .Select(one => new MediaFrame(
                at + (one * FrameMilliseconds * 1000d),
                true,
                new byte[FrameBytes]
            ));
        return new(MediaTrack.Voice, PacketFlags.None, 1, ++sequence, at, [.. frames], null);
    }

    private async Task PublishAsync(MediaPacket packet)
    {
        var answer = await trainer.InvokeAsync<string>("M", packet.Write());
        if (answer != nameof(PublishAnswer.Taken))
        {
            throw new InvalidOperationException($"The voice was not taken: {answer}.");
        }
    }

    private static HubConnection HubOf(int port, Guid session, string cookie)
    {
        var site = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        var hub = new HubConnectionBuilder()
            .WithUrl(
                $"{site}{SessionsMedia.Address}?{MediaHub.SessionKey}={session}",
                HttpTransportType.WebSockets,
                options =>
                {
                    options.SkipNegotiation = true;
                    options.Headers["Cookie"] = cookie;
                    options.Headers["Origin"] = site;
                }
            )
            .AddMessagePackProtocol()
            .Build();
        hub.ServerTimeout = TimeSpan.FromSeconds(12);
        hub.KeepAliveInterval = TimeSpan.FromSeconds(4);
        return hub;
    }
}
