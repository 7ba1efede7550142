using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Threading.Channels;
using Lms.Domain.People;
using Lms.Web.Features.Sessions.Media;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Lms.Web.Tests.Features.Sessions.Media;

/// <summary>The hub over the network: who may what, and what is refused.</summary>
public sealed class MediaHubTests : IAsyncLifetime
{
    private const string Acks = "1";

    private static readonly Guid Session = new("01900000-0000-7000-8000-000000000001");
    private static readonly Guid Other = new("01900000-0000-7000-8000-000000000002");
    private MediaHost host = null!;
    private PersonId trainer;
    private PersonId participant;

    public async ValueTask InitializeAsync()
    {
        host = await MediaHost.StartAsync();
        trainer = host.Seat(Session, 1, MediaHost.Trainer);
        participant = host.Seat(Session, 2, MediaHost.Participant);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task What_the_trainer_says_is_heard_and_recorded()
    {
        await using var speaker = await InAsync(trainer);
        await using var listener = await InAsync(participant);
        var heard = await ListenAsync(listener);
        host.Rooms.Record(Session, isOn: true);
        Assert.Equal("Taken", await SayAsync(speaker, Packets.Config(MediaTrack.Voice)));
        Assert.True(await listener.InvokeAsync<bool>("Watch", true, 8192));
        for (var one = 1u; one <= 10; one++)
        {
            Assert.Equal("Taken", await SayAsync(speaker, Packets.Voice(one, 100 * one)));
        }

        await SoonAsync(() => heard.Count(one => one.Config is null) == 10);
        await host.Rooms.EndAsync(Session);
        Assert.Equal("Ended", await SayAsync(speaker, Packets.Voice(11, 1100)));
        Assert.False(await listener.InvokeAsync<bool>("Watch", true, 8192));
        var log = new MediaFolder(host.Folder).LogOf(Session);
        Assert.Equal(
            Enumerable.Range(1, 10).Select(one => (uint)one),
            FrameLog
                .Read(log)
                .OfType<FrameRecord.Frames>()
                .Where(one => one.Packet.Config is null)
                .Select(one => one.Packet.Sequence)
        );
    }

    [Fact]
    public async Task Each_method_is_closed_to_whoever_has_no_seat()
    {
        var stranger = RoomOfTest.Person(77);
        await using var nobody = host.Connection(Session, null);
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => nobody.StartAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);

        foreach (
            var (session, person) in new[]
            {
                (Session, stranger),
                (Other, trainer),
                (Other, participant),
            }
        )
        {
            foreach (var call in Calls)
            {
                await using var connection = host.Connection(session, person);
                await Assert.ThrowsAnyAsync<Exception>(async () =>
                {
                    await connection.StartAsync();
                    await call(connection);
                });
                Assert.Equal(0, host.Rooms.Open(session).Viewers);
            }
        }

        await using var listener = await InAsync(participant);
        Assert.Equal("Refused", await SayAsync(listener, Packets.Config(MediaTrack.Voice)));
        await using var speaker = await InAsync(trainer);
        Assert.Equal("Refused", await SayAsync(speaker, Packets.Config(MediaTrack.Floor)));
    }

    [Fact]
    public async Task Whoever_is_removed_is_out_within_a_second_and_does_not_come_back()
    {
        await using var first = await InAsync(participant);
        await using var second = await InAsync(participant);
        await using var other = await InAsync(trainer);
        var closed = new CountdownEvent(2);
        first.Closed += _ => Task.FromResult(closed.Signal());
        second.Closed += _ => Task.FromResult(closed.Signal());
        await first.InvokeAsync<bool>("Watch", true, 8192);

        var watch = Stopwatch.StartNew();
        host.Seats.TryRemove((Session, participant), out _);
        host.Rooms.Remove(Session, participant);
        await SoonAsync(() => closed.IsSet);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(0, host.Rooms.Open(Session).Viewers);
        await using var again = host.Connection(Session, participant);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await again.StartAsync();
            await again.InvokeAsync<bool>("Watch", true, 8192);
        });
        Assert.Equal(HubConnectionState.Connected, other.State);
    }

    [Fact]
    public async Task A_right_that_is_lost_during_a_session_closes_at_the_next_call()
    {
        await using var speaker = await InAsync(trainer);
        Assert.Equal("Taken", await SayAsync(speaker, Packets.Config(MediaTrack.Voice)));
        host.Seats[(Session, trainer)] = MediaHost.Participant;
        Assert.Equal("Refused", await SayAsync(speaker, Packets.Voice(1, 0)));
        host.Seats.TryRemove((Session, trainer), out _);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await SayAsync(speaker, Packets.Voice(2, 100));
            await SayAsync(speaker, Packets.Voice(3, 200));
        });
        Assert.NotEqual(HubConnectionState.Connected, speaker.State);
    }

    [Fact]
    public async Task A_broken_packet_is_answered_and_an_oversize_one_closes()
    {
        await using var speaker = await InAsync(trainer);
        Assert.Equal("Malformed", await SayAsync(speaker, [1, 2, 3]));
        Assert.Equal("Malformed", await SayAsync(speaker, new byte[MediaPacket.MaxBytes + 1]));
        Assert.Equal("Taken", await SayAsync(speaker, Packets.Config(MediaTrack.Voice)));
        await Assert.ThrowsAnyAsync<Exception>(() => SayAsync(speaker, new byte[200_000]));
    }

    [Fact]
    public async Task A_flood_is_held_to_the_limit_over_all_connections_and_then_closed()
    {
        await using var one = await InAsync(trainer);
        await using var two = await InAsync(trainer);
        await SayAsync(one, Packets.Config(MediaTrack.Voice));
        var answers = new ConcurrentBag<string>();
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Task.WhenAll(
                new[] { one, two }.Select(async connection =>
                {
                    for (var number = 1u; number < 5000; number++)
                    {
                        answers.Add(await SayAsync(connection, Packets.Voice(number, number)));
                    }
                })
            )
        );
        var taken = answers.Count(answer => answer is not "TooFast");
        Assert.InRange(taken, 10, 80 + 40 * (int)Math.Ceiling(watch.Elapsed.TotalSeconds));
    }

    [Fact]
    public async Task Viewers_who_read_nothing_and_say_they_did_hold_up_nobody()
    {
        await using var large = await MediaHost.StartAsync(
            new()
            {
                Bytes = 1e9,
                ByteBurst = 1e9,
                Calls = 1e6,
                CallBurst = 1e6,
            }
        );
        large.Seat(Session, 1, MediaHost.Trainer);
        var liars = new List<ClientWebSocket>();
        for (byte one = 0; one < 5; one++)
        {
            liars.Add(
                await LiarAsync(
                    large,
                    large.Seat(Session, (byte)(100 + one), MediaHost.Participant)
                )
            );
        }

        await using var listener = large.Connection(
            Session,
            large.Seat(Session, 2, MediaHost.Participant)
        );
        await listener.StartAsync();
        var heard = await ListenAsync(listener);
        await listener.InvokeAsync<bool>("Watch", true, 65_536);
        await using var speaker = large.Connection(Session, trainer);
        await speaker.StartAsync();
        await SayAsync(speaker, Packets.Config(MediaTrack.Voice));
        await SayAsync(speaker, Packets.Config(MediaTrack.Camera));
        var slowest = TimeSpan.Zero;
        for (var one = 1u; one <= 150; one++)
        {
            var watch = Stopwatch.StartNew();
            await SayAsync(speaker, Packets.Picture1(one, 100 * one, isKey: true, bytes: 60_000));
            await SayAsync(speaker, Packets.Voice(one, 100 * one));
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            await Task.WhenAll(liars.Select(liar => AckAsync(liar, int.MaxValue)));
            await Task.Delay(20);
        }

        await SoonAsync(() => heard.Any(one => one is { Track: MediaTrack.Voice, Sequence: 150 }));
        Assert.InRange(
            heard.Count(one => one.Track == MediaTrack.Voice && one.Config is null),
            140,
            150
        );
        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        liars.ForEach(liar => liar.Dispose());
    }

    [Fact]
    public async Task What_has_come_is_said_in_one_stream_and_lets_more_come()
    {
        await using var listener = await InAsync(participant);
        var heard = new ConcurrentQueue<int>();
        listener.On<byte[]>(MediaBatch.Method, bytes => heard.Enqueue(bytes.Length));
        var acks = Channel.CreateUnbounded<int>();
        var hearing = listener.InvokeAsync("Acks", acks.Reader);
        // A second one is not waited for.
        await listener.InvokeAsync("Acks", Channel.CreateUnbounded<int>().Reader);
        Assert.True(await listener.InvokeAsync<bool>("Watch", true, 2048));
        await using var speaker = await InAsync(trainer);
        await SayAsync(speaker, Packets.Config(MediaTrack.Voice));
        var said = 0u;
        await GoOnAsync(60);
        var come = heard.Sum();
        await GoOnAsync(20);
        Assert.Equal(come, heard.Sum());
        acks.Writer.TryWrite(come);
        await SoonAsync(async () =>
        {
            await GoOnAsync(1);
            return heard.Sum() > come;
        });

        // A page from before there was a stream.
        await GoOnAsync(20);
        come = heard.Sum();
        await listener.SendAsync("Ack", come);
        await SoonAsync(async () =>
        {
            await GoOnAsync(1);
            return heard.Sum() > come;
        });

        Assert.False(hearing.IsCompleted);
        acks.Writer.Complete();
        await hearing;

        async Task GoOnAsync(int packets)
        {
            for (var one = 0; one < packets; one++)
            {
                said++;
                await SayAsync(speaker, Packets.Voice(said, 100 * said));
                await Task.Delay(15);
            }
        }
    }

    [Fact]
    public async Task One_person_has_four_connections_at_most()
    {
        var all = new List<HubConnection>();
        for (var one = 0; one < 4; one++)
        {
            all.Add(await InAsync(participant));
        }

        await using var fifth = host.Connection(Session, participant);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await fifth.StartAsync();
            await fifth.InvokeAsync<bool>("Watch", true, 8192);
        });
        await all[0].DisposeAsync();
        await SoonAsync(async () =>
        {
            var next = host.Connection(Session, participant);
            all.Add(next);
            try
            {
                await next.StartAsync();
                return await next.InvokeAsync<bool>("Watch", true, 8192);
            }
            catch (Exception)
            {
                return false;
            }
        });
        foreach (var one in all)
        {
            await one.DisposeAsync();
        }
    }

    private static readonly Func<HubConnection, Task>[] Calls =
    [
        connection => SayAsync(connection, Packets.Config(MediaTrack.Voice)),
        connection => connection.InvokeAsync<bool>("Watch", true, 8192),
        connection => connection.InvokeAsync("Acks", Stream(10)),
        connection => connection.InvokeAsync("Ack", 10),
        connection => connection.InvokeAsync("Want", true),
    ];

    private static async IAsyncEnumerable<int> Stream(int bytes)
    {
        yield return bytes;
        await Task.Yield();
    }

    private static async Task<ClientWebSocket> LiarAsync(MediaHost host, PersonId person)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("X-Person", person.Value.ToString());
        await socket.ConnectAsync(
            new Uri(
                $"{host.Address.Replace("http:", "ws:", StringComparison.Ordinal)}/hubs/media?session={Session}"
            ),
            CancellationToken.None
        );
        await SendAsync(socket, "{\"protocol\":\"messagepack\",\"version\":1}\u001e"u8.ToArray());
        await TellAsync(socket, new InvocationMessage(null, "Acks", [], [Acks]));
        await TellAsync(socket, new InvocationMessage("Watch", [true, int.MaxValue]));
        return socket;
    }

    private static Task AckAsync(ClientWebSocket socket, int bytes) =>
        TellAsync(socket, new StreamItemMessage(Acks, bytes));

    private static Task TellAsync(ClientWebSocket socket, HubMessage message) =>
        SendAsync(socket, new MessagePackHubProtocol().GetMessageBytes(message));

    private static async Task SendAsync(ClientWebSocket socket, ReadOnlyMemory<byte> bytes) =>
        await socket.SendAsync(bytes, WebSocketMessageType.Binary, true, CancellationToken.None);

    private async Task<HubConnection> InAsync(PersonId person)
    {
        var connection = host.Connection(Session, person);
        await connection.StartAsync();
        return connection;
    }

    private static async Task<ConcurrentQueue<MediaPacket>> ListenAsync(HubConnection connection)
    {
        var (heard, acks) = (new ConcurrentQueue<MediaPacket>(), Channel.CreateUnbounded<int>());
        connection.On<byte[]>(
            MediaBatch.Method,
            bytes =>
            {
                Packets.Of(bytes).ForEach(heard.Enqueue);
                acks.Writer.TryWrite(bytes.Length);
            }
        );
        await connection.SendAsync("Acks", acks.Reader);
        return heard;
    }

    private static Task<string> SayAsync(HubConnection connection, byte[] packet) =>
        connection.InvokeAsync<string>("M", packet);

    private static Task SoonAsync(Func<bool> isSo) => SoonAsync(() => Task.FromResult(isSo()));

    private static async Task SoonAsync(Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
            await Task.Delay(20);
        }
    }
}
