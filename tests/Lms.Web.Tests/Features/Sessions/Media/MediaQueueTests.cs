using CsCheck;
using Lms.Web.Features.Sessions.Media;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Lms.Web.Tests.Features.Sessions.Media;

public sealed class MediaQueueTests
{
    private static readonly MediaLimits Limits = new();
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private DateTimeOffset now = Start;
    private uint sequence;

    [Fact]
    public void A_viewer_who_acknowledges_gets_every_batch_whole()
    {
        var queue = New();
        for (var one = 0; one < 100; one++)
        {
            Pass(100);
            queue.Offer(Batch(isKey: one % 50 == 0), now);
            var (batch, parts) = queue.Next(now)!.Value;
            Assert.Equal(MediaParts.Voice | MediaParts.Camera, parts);
            queue.Ack(batch.SizeOf(parts));
        }

        Assert.Equal((0, 0), (queue.Unacked, queue.Dropped));
    }

    [Fact]
    public void No_more_is_on_its_way_than_the_credit()
    {
        var queue = New();
        for (var one = 0; one < 14; one++)
        {
            Pass(100);
            queue.Offer(Batch(isKey: one == 0, pictureBytes: 2000), now);
            while (queue.Next(now) is not null) { }
            Assert.InRange(queue.Unacked, 1, Limits.Credit);
        }
    }

    [Fact]
    public void Voice_goes_before_the_pictures_of_whoever_is_behind()
    {
        var queue = New();
        Fill(queue, 5);
        List<MediaParts> sent = [];
        while (queue.Next(now) is var (batch, parts))
        {
            sent.Add(parts);
            queue.Ack(batch.SizeOf(parts));
        }

        Assert.Equal([.. Enumerable.Repeat(MediaParts.Voice, 4)], sent.Take(4));
        Assert.Equal(5, sent.Count(one => one.HasFlag(MediaParts.Voice)));
        Assert.Equal(5, sent.Count(one => one.HasFlag(MediaParts.Camera)));
    }

    [Fact]
    public void Pictures_are_dropped_first_and_begin_again_with_a_key_frame()
    {
        var queue = New();
        Exhaust(queue);
        Fill(queue, 17);
        Assert.True(queue.Dropped > 0);
        queue.Ack(int.MaxValue);
        Assert.All(Drain(queue), parts => Assert.Equal(MediaParts.Voice, parts));

        Pass(100);
        queue.Offer(Batch(isKey: false), now);
        Assert.Equal([MediaParts.Voice], Drain(queue));
        Assert.Equal(MediaParts.Camera, queue.AwaitsKey & MediaParts.Camera);
        Pass(100);
        queue.Offer(Batch(isKey: true), now);
        Assert.Equal([MediaParts.Voice | MediaParts.Camera], Drain(queue));
    }

    [Fact]
    public void Nothing_older_than_the_queue_is_ever_sent()
    {
        var queue = New();
        Exhaust(queue);
        for (var one = 0; one < 300; one++)
        {
            Pass(100);
            queue.Offer(Batch(isKey: one % 40 == 0), now);
            // A link of about three kilobytes in a second.
            queue.Ack(300);
            while (queue.Next(now) is var (batch, _))
            {
                Assert.InRange(now - batch.MadeAt, TimeSpan.Zero, Limits.Queue);
            }

            Assert.InRange(queue.Length, 0, 17);
        }
    }

    [Fact]
    public void Whatever_the_link_does_order_is_kept_and_every_picture_can_be_decoded() =>
        Gen.Select(Gen.Int[0, 6000], Gen.Bool, Gen.Int[0, 40])
            .Array[50, 400]
            .Sample(
                steps =>
                {
                    var queue = new MediaQueue(Limits, Limits.Credit, wantsPictures: true);
                    var at = Start;
                    var (lastVoice, lastCamera, number) = (0u, 0u, 0u);
                    foreach (var (acked, isKey, pause) in steps)
                    {
                        at += TimeSpan.FromMilliseconds(80 + pause);
                        number++;
                        queue.Offer(
                            MediaBatch.Of(
                                [
                                    new(
                                        MediaTrack.Camera,
                                        Packets.Picture1(number, 0, isKey, 1500),
                                        isKey,
                                        RoomOfTest.Trainer
                                    ),
                                    new(
                                        MediaTrack.Voice,
                                        Packets.Voice(number, 0),
                                        false,
                                        RoomOfTest.Trainer
                                    ),
                                ],
                                at
                            ),
                            at
                        );
                        queue.Ack(acked);
                        while (queue.Next(at) is var (batch, parts))
                        {
                            foreach (var packet in PacketsOf(batch, parts))
                            {
                                if (packet.Track == MediaTrack.Voice)
                                {
                                    Assert.True(packet.Sequence > lastVoice);
                                    lastVoice = packet.Sequence;
                                    continue;
                                }

                                Assert.True(packet.Sequence > lastCamera);
                                Assert.True(
                                    packet.Frames[0].IsKey || packet.Sequence == lastCamera + 1
                                );
                                lastCamera = packet.Sequence;
                            }
                        }
                    }
                },
                iter: 40
            );

    private static List<MediaPacket> PacketsOf(MediaBatch batch, MediaParts parts) =>
        Packets.Of((byte[])((InvocationMessage)batch.Serialised(parts).Message!).Arguments[0]!);

    [Fact]
    public void Two_overflows_in_six_seconds_switch_the_pictures_off_for_ten_and_then_longer()
    {
        var queue = New();
        List<double> off = [];
        DateTimeOffset? since = null;
        for (var one = 0; one < 6000; one++)
        {
            Pass(100);
            // Always a key: pictures would flow at once if they might.
            queue.Offer(Batch(isKey: true), now);
            // Voice alone fits: it takes 4.5 kB in a second.
            queue.Ack(500);
            while (queue.Next(now) is not null) { }
            if (queue.IsVoiceAlone && since is null)
            {
                since = now;
            }
            else if (!queue.IsVoiceAlone && since is { } from)
            {
                off.Add(Math.Round((now - from).TotalSeconds));
                since = null;
            }
        }

        Assert.Equal([10, 20, 40, 80, 80], off.Take(5));
    }

    [Fact]
    public void Who_wants_no_pictures_gets_none_and_a_key_frame_first_later()
    {
        var queue = new MediaQueue(Limits, Limits.Credit, wantsPictures: false);
        queue.Offer(Batch(isKey: true), now);
        Assert.Equal([MediaParts.Voice], Drain(queue));
        Assert.Equal(MediaParts.None, queue.AwaitsKey);
        queue.Want(pictures: true);
        queue.Offer(Batch(isKey: false), now);
        Assert.Equal([MediaParts.Voice], Drain(queue));
        queue.Offer(Batch(isKey: true), now);
        Assert.Equal([MediaParts.Voice | MediaParts.Camera], Drain(queue));
    }

    [Fact]
    public void An_acknowledgement_of_what_was_never_sent_gives_no_credit()
    {
        var queue = New();
        queue.Ack(1_000_000);
        queue.Ack(-1_000_000);
        Assert.Equal(0, queue.Unacked);
        Exhaust(queue);
        Assert.InRange(queue.Unacked, 1, 2 * Limits.Credit);
    }

    [Fact]
    public void The_wish_for_credit_is_held_within_bounds()
    {
        var greedy = new MediaQueue(Limits, int.MaxValue, wantsPictures: true);
        for (var one = 0; one < 14; one++)
        {
            Pass(100);
            greedy.Offer(Batch(isKey: true, pictureBytes: 20_000), now);
            while (greedy.Next(now) is not null) { }
        }

        Assert.InRange(greedy.Unacked, 1, Limits.MostCredit);
    }

    private static MediaQueue New() => new(Limits, Limits.Credit, wantsPictures: true);

    private void Pass(int milliseconds) => now += TimeSpan.FromMilliseconds(milliseconds);

    private void Fill(MediaQueue queue, int batches)
    {
        for (var one = 0; one < batches; one++)
        {
            Pass(100);
            queue.Offer(Batch(isKey: one == 0), now);
        }
    }

    // So much is on its way that nothing more may go.
    private void Exhaust(MediaQueue queue)
    {
        while (true)
        {
            queue.Offer(Batch(isKey: true, pictureBytes: 3000), now);
            if (queue.Next(now) is null)
            {
                queue.Want(pictures: false);
                queue.Want(pictures: true);
                return;
            }
        }
    }

    private static List<MediaParts> Drain(MediaQueue queue, DateTimeOffset at)
    {
        List<MediaParts> sent = [];
        while (queue.Next(at) is var (batch, parts))
        {
            sent.Add(parts);
            queue.Ack(batch.SizeOf(parts));
        }

        return sent;
    }

    private List<MediaParts> Drain(MediaQueue queue) => Drain(queue, now);

    private MediaBatch Batch(bool isKey, int pictureBytes = 1000)
    {
        sequence++;
        return MediaBatch.Of(
            [
                new(
                    MediaTrack.Camera,
                    Packets.Picture1(sequence, 0, isKey, pictureBytes),
                    isKey,
                    RoomOfTest.Trainer
                ),
                new(MediaTrack.Voice, Packets.Voice(sequence, 0), false, RoomOfTest.Trainer),
            ],
            now
        );
    }
}
