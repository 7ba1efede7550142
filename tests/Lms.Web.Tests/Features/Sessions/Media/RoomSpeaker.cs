using System.Collections.Concurrent;
using Lms.Domain.Live;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Tests.Features.Sessions.Live;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Sessions.Media;

/// <summary>
/// The microphone and the ear of someone who is in a room: what is said carries a mark that tells it
/// apart, a tenth of a second each.
/// </summary>
internal sealed class RoomSpeaker : IAsyncDisposable
{
    /// <summary>The answer of a room that closed the connection instead.</summary>
    public const string Gone = "gone";

    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);

    private readonly LmsHost host;
    private readonly HubConnection connection;
    private readonly MediaTrack track;
    private readonly long startedAt;
    private uint sequence;

    private RoomSpeaker(LmsHost host, HubConnection connection, MediaTrack track)
    {
        (this.host, this.connection, this.track) = (host, connection, track);
        startedAt = host.Clock.GetTimestamp();
        connection.On<byte[]>("Media", Hear);
        connection.Closed += _ =>
        {
            Closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    /// <summary>Marks of what was heard.</summary>
    public ConcurrentQueue<byte> Heard { get; } = new();

    public TaskCompletionSource Closed { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its own clock, in milliseconds.</summary>
    public double Now => host.Clock.GetElapsedTime(startedAt).TotalMilliseconds;

    public static async Task<RoomSpeaker> EnterAsync(
        LmsHost host,
        LiveSessionId session,
        string name,
        MediaTrack track = MediaTrack.Voice
    )
    {
        var cookie = await RoomStage.CookieAsync(host, name);
        var link = new HubConnectionBuilder()
            .WithUrl(
                $"http://localhost{SessionsMedia.Address}?session={session.Value}",
                options =>
                {
                    options.Transports = HttpTransportType.WebSockets;
                    options.SkipNegotiation = true;
                    options.WebSocketFactory = async (context, cancel) =>
                    {
                        var socket = host.App.GetTestServer().CreateWebSocketClient();
                        socket.ConfigureRequest = request => request.Headers.Cookie = cookie;
                        return await socket.ConnectAsync(context.Uri, cancel);
                    };
                }
            )
            .AddMessagePackProtocol()
            .WithKeepAliveInterval(TimeSpan.FromSeconds(4))
            .WithServerTimeout(TimeSpan.FromSeconds(12))
            .Build();
        var speaker = new RoomSpeaker(host, link, track);
        await link.StartAsync();
        return speaker;
    }

    /// <summary>Switches the microphone on.</summary>
    public Task<string> BeginAsync() => SendAsync(Packets.Config(track));

    public Task<bool> ListenAsync() => connection.InvokeAsync<bool>("Watch", false, 64 * 1024);

    public Task<string> SayAsync(byte mark)
    {
        host.Clock.Forward(Tenth);
        return SendAsync(Packets.Voice(++sequence, Now - 100, track: track, mark: mark));
    }

    /// <summary>What a lost line kept, afterwards.</summary>
    /// <param name="at">When it was spoken, by its own clock.</param>
    public Task<string> SayLateAsync(byte mark, double at) =>
        SendAsync(Packets.Voice(0, at, PacketFlags.Backfill, track, mark: mark));

    public async Task HearsAsync(byte mark)
    {
        for (var tries = 0; tries < 200 && !Heard.Contains(mark); tries++)
        {
            await Task.Delay(25);
        }

        Assert.Contains(mark, Heard);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<string> SendAsync(byte[] packet)
    {
        try
        {
            return await connection
                .InvokeAsync<string>("M", packet)
                .WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (Exception gone) when (gone is not TimeoutException)
        {
            return $"{Gone}: {gone.Message}";
        }
    }

    private void Hear(byte[] message)
    {
        foreach (
            var frames in Packets
                .Of(message)
                .Where(one => one.Config is null)
                .Select(one => one.Frames)
        )
        {
            Heard.Enqueue(frames[0].Bytes.Span[1]);
        }
    }
}

/// <summary>What of a session lies on the disk.</summary>
internal static class RecordedMarks
{
    public static MediaRooms Media(this LmsHost host) =>
        host.Services.GetRequiredService<MediaRooms>();

    public static string FramesOf(this LmsHost host, LiveSessionId session) =>
        host.Services.GetRequiredService<MediaFolder>().LogOf(session.Value);

    /// <summary>Marks of the frames that are kept, in their order.</summary>
    public static async Task<List<byte>> MarksAsync(
        this LmsHost host,
        LiveSessionId session,
        MediaTrack track = MediaTrack.Voice
    )
    {
        await host.Media().FlushAsync();
        var log = host.FramesOf(session);
        return File.Exists(log)
            ?
            [
                .. FrameLog
                    .Read(log)
                    .OfType<FrameRecord.Frames>()
                    .Select(one => one.Packet)
                    .Where(one => one.Track == track && one.Config is null)
                    .Select(one => one.Frames[0].Bytes.Span[1]),
            ]
            : [];
    }

    /// <summary>Marks of a file that is played, silence left out, each with its first moment.</summary>
    public static List<(byte Mark, long At)> Played(string file) =>
        [
            .. WebmOfTest
                .Read(file)
                .Frames.Select(one => (Mark: one.Frame[1], one.TimeMs))
                .Where(one => one.Mark < 0x80)
                .GroupBy(one => one.Mark)
                .Select(one => (one.Key, one.First().TimeMs)),
        ];
}
