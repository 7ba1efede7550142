using Lms.Web.Features.Sessions.Media;

namespace Lms.Web.Tests.Features.Sessions.Media;

public sealed class MediaRoomTests : IDisposable
{
    private readonly RoomOfTest test = new();

    [Fact]
    public void Who_is_there_hears_each_packet_once_in_its_order_voice_first()
    {
        test.Publish(Packets.Config(MediaTrack.Voice));
        test.Publish(Packets.Config(MediaTrack.Camera));
        test.Pass(200);
        var viewer = test.Watch("a");
        Speak(1, 20, viewer, withCamera: true);

        Assert.Equal(Numbers(1, 20), viewer.Sequences(MediaTrack.Voice));
        Assert.Equal(Numbers(1, 20), viewer.Sequences(MediaTrack.Camera));
        Assert.All(
            viewer.Messages.Where(one => one.Count > 2),
            one => Assert.Equal(MediaTrack.Voice, one[0].Track)
        );
    }

    [Fact]
    public async Task A_recording_is_opened_beside_the_lock_that_all_in_the_room_wait_for()
    {
        using var folder = new TestFolder();
        using var isHeld = new ManualResetEventSlim();
        using var free = new ManualResetEventSlim();
        using var room = new MediaRoom(
            folder["slow.frames"],
            new(),
            test.Clock,
            () =>
            {
                isHeld.Set();
                free.Wait();
                return 0;
            }
        );
        var speaking = Task.Run(() =>
            room.Publish(RoomOfTest.Trainer, MediaTracks.Voice, Packets.Config(MediaTrack.Voice))
        );
        Task recording;
        try
        {
            Assert.True(isHeld.Wait(TimeSpan.FromSeconds(10)));
            recording = Task.Run(() => room.Record(isOn: true));
            for (var tries = 0; tries < 200 && !File.Exists(folder["slow.frames"]); tries++)
            {
                await Task.Delay(50);
            }

            Assert.True(File.Exists(folder["slow.frames"]));
            Assert.False(speaking.IsCompleted || recording.IsCompleted);
        }
        finally
        {
            free.Set();
        }

        await Task.WhenAll(speaking, recording).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.True(room.IsRecording);
    }

    [Fact]
    public void Nobody_is_sent_their_own_voice_on_whatever_device_and_all_else_is_sent()
    {
        test.Publish(Packets.Config(MediaTrack.Voice));
        test.Publish(Packets.Config(MediaTrack.Floor), by: RoomOfTest.Second);
        var phone = test.Watch("phone", person: RoomOfTest.Trainer);
        var asking = test.Watch("asking", person: RoomOfTest.Second);
        var viewer = test.Watch("a");
        for (var one = 1u; one <= 5; one++)
        {
            test.Publish(Packets.Voice(one, one * 100, track: MediaTrack.Floor), RoomOfTest.Second);
            Speak(one, one, viewer, withCamera: true);
            phone.Acknowledge();
            asking.Acknowledge();
        }

        foreach (
            var (one, hears) in new[]
            {
                (phone, new[] { MediaTrack.Floor }),
                (asking, [MediaTrack.Voice]),
                (viewer, [MediaTrack.Voice, MediaTrack.Floor]),
            }
        )
        {
            Assert.Equal(hears, VoicesOf(one));
            Assert.All(hears, track => Assert.Equal(Numbers(1, 5), one.Sequences(track)));
            Assert.Equal(Numbers(1, 5), one.Sequences(MediaTrack.Camera));
        }

        // What a late one begins with neither.
        Assert.Equal([MediaTrack.Floor], VoicesOf(test.Watch("late", person: RoomOfTest.Trainer)));

        static IEnumerable<MediaTrack> VoicesOf(ViewerOfTest viewer) =>
            viewer
                .Packets.Select(one => one.Track)
                .Where(one => one is MediaTrack.Voice or MediaTrack.Floor)
                .Distinct()
                .Order();
    }

    [Fact]
    public void Who_takes_the_voice_over_is_heard_by_the_one_before()
    {
        test.Publish(Packets.Config(MediaTrack.Voice));
        var before = test.Watch("before", person: RoomOfTest.Trainer);
        Speak(1, 5, before);
        Assert.Empty(before.Packets);
        test.Publish(Packets.Config(MediaTrack.Voice), by: RoomOfTest.Second);
        for (var one = 1u; one <= 5; one++)
        {
            test.Publish(Packets.Voice(one, one * 100), by: RoomOfTest.Second);
            test.Pass(100);
            before.Acknowledge();
        }

        Assert.Equal(Numbers(1, 5), before.Sequences(MediaTrack.Voice));
    }

    [Fact]
    public void When_the_voice_is_taken_over_within_one_message_each_hears_what_the_other_said_of_it()
    {
        test.Publish(Packets.Config(MediaTrack.Voice));
        var before = test.Watch("before", person: RoomOfTest.Trainer);
        var after = test.Watch("after", person: RoomOfTest.Second);
        var viewer = test.Watch("a");
        test.Pass(200);
        // The first goes at once, and the others together.
        foreach (var mark in new byte[] { 1, 2 })
        {
            test.Publish(Packets.Voice(mark, mark * 100, mark: mark));
        }

        test.Publish(Packets.Config(MediaTrack.Voice), by: RoomOfTest.Second);
        foreach (var mark in new byte[] { 3, 4 })
        {
            test.Publish(Packets.Voice(mark, mark * 100, mark: mark), by: RoomOfTest.Second);
        }

        test.Pass(100);
        Assert.Equal([3, 4], MarksOf(before));
        Assert.Equal([1, 2], MarksOf(after));
        Assert.Equal([1, 2, 3, 4], MarksOf(viewer));

        static IEnumerable<byte> MarksOf(ViewerOfTest one) =>
            one
                .Packets.Where(packet => packet.Config is null)
                .Select(packet => packet.Frames[0].Bytes.Span[1]);
    }

    [Fact]
    public void Who_comes_late_begins_with_the_last_of_the_voice_and_the_pictures_since_a_key()
    {
        test.Publish(Packets.Config(MediaTrack.Voice));
        test.Publish(Packets.Config(MediaTrack.Camera));
        Speak(1, 33, null, withCamera: true);
        var late = test.Watch("late");
        late.Acknowledge();

        Assert.All(
            [MediaTrack.Voice, MediaTrack.Camera],
            track => Assert.NotNull(late.Packets.First(one => one.Track == track).Config)
        );
        // Nothing older than 0.8 s, and the last was said 0.15 s ago.
        Assert.Equal(Numbers(27, 33), late.Sequences(MediaTrack.Voice));
        // Every tenth picture is a key: 1, 11, 21, 31.
        Assert.Equal(Numbers(31, 33), late.Sequences(MediaTrack.Camera));
        Speak(34, 40, late, withCamera: true);
        Assert.Equal(Numbers(31, 40), late.Sequences(MediaTrack.Camera));
        Assert.Equal(Numbers(27, 40), late.Sequences(MediaTrack.Voice));
    }

    [Fact]
    public void Who_comes_when_pictures_cannot_be_begun_gets_a_key_frame_asked_for()
    {
        test.Publish(Packets.Config(MediaTrack.Camera));
        test.Publish(Packets.Picture1(1, 0, isKey: true));
        for (var one = 2u; one < 200; one++)
        {
            test.Publish(Packets.Picture1(one, one * 40, isKey: false));
            test.Pass(50);
        }

        Assert.Empty(test.Room.WantedKeys());
        var late = test.Watch("late");
        test.Pass(100);
        Assert.Empty(late.Sequences(MediaTrack.Camera));
        Assert.Equal([(MediaTrack.Camera, RoomOfTest.Trainer)], test.Room.WantedKeys());

        test.Publish(Packets.Picture1(200, 8000, isKey: true));
        test.Pass(100);
        Assert.Equal([200u], late.Sequences(MediaTrack.Camera));
        Assert.Empty(test.Room.WantedKeys());
    }

    [Fact]
    public void A_viewer_who_takes_nothing_holds_up_nobody()
    {
        test.Publish(Packets.Config(MediaTrack.Voice));
        var stuck = test.Watch("stuck", isStuck: true);
        var slow = test.Watch("slow", isSlow: true);
        var fast = test.Watch("fast");
        Speak(1, 600, fast, withCamera: true);

        Assert.Equal(Numbers(1, 600), fast.Sequences(MediaTrack.Voice));
        Assert.Single(stuck.Messages);
        Assert.InRange(slow.Packets.Count, 1, 120);
        Assert.Equal([false], slow.ToldPictures.Take(1));
    }

    [Fact]
    public void What_a_late_write_left_waiting_goes_when_it_is_through_though_nobody_speaks()
    {
        test.Publish(Packets.Config(MediaTrack.Voice));
        var stuck = test.Watch("stuck", isStuck: true);
        for (var one = 1u; one <= 5; one++)
        {
            test.Publish(Packets.Voice(one, one * 100));
            test.Pass(100);
        }

        Assert.Empty(stuck.Sequences(MediaTrack.Voice));
        stuck.Never.SetResult();
        test.Pass(50);

        Assert.Equal(Numbers(1, 5), stuck.Sequences(MediaTrack.Voice));
    }

    [Fact]
    public void Small_rooms_get_ten_messages_in_a_second_and_large_ones_five()
    {
        foreach (var (large, least, most) in new[] { (1000, 90, 110), (1, 45, 60) })
        {
            using var room = new RoomOfTest(new() { LargeRoom = large });
            room.Publish(Packets.Config(MediaTrack.Voice));
            var viewer = room.Watch("a");
            for (var one = 1u; one <= 100; one++)
            {
                room.Publish(Packets.Voice(one, one * 100));
                room.Pass(100);
                viewer.Acknowledge();
            }

            Assert.InRange(viewer.Messages.Count, least, most);
            Assert.InRange(viewer.Sequences(MediaTrack.Voice).Count, 98, 100);
        }
    }

    [Fact]
    public void Voice_of_a_lost_connection_is_recorded_and_not_broadcast()
    {
        test.Publish(Packets.Config(MediaTrack.Voice));
        var viewer = test.Watch("a");
        test.Room.Record(isOn: true);
        Speak(1, 5, viewer);
        test.Pass(3000);
        Speak(36, 40, viewer, firstAtMs: 3500);
        Assert.Equal(
            PublishAnswer.Taken,
            test.Publish(Packets.Voice(6, 500, PacketFlags.Backfill))
        );
        test.Pass(200);

        Assert.DoesNotContain(6u, viewer.Sequences(MediaTrack.Voice));
        Assert.Contains(6u, Recorded().Select(one => one.Sequence));
    }

    [Fact]
    public void What_was_said_while_recording_was_off_is_never_written_not_even_later()
    {
        test.Publish(Packets.Config(MediaTrack.Voice));
        Speak(1, 5, null);
        Assert.False(File.Exists(test.Log));
        test.Room.Record(isOn: true);
        Speak(6, 10, null, firstAtMs: 500);
        test.Room.Record(isOn: false);
        Speak(11, 20, null, firstAtMs: 1000);
        test.Room.Record(isOn: true);
        Speak(21, 25, null, firstAtMs: 2000);
        // As after a lost connection: one of what was off, one of what was on.
        test.Publish(Packets.Voice(15, 1400, PacketFlags.Backfill));
        test.Publish(Packets.Voice(8, 700, PacketFlags.Backfill));

        Assert.Equal(
            [.. Numbers(6, 10), .. Numbers(21, 25), 8u],
            Recorded().Where(one => one.Config is null).Select(one => one.Sequence)
        );
        Assert.Equal(
            [true, false, true],
            Lines().OfType<FrameRecord.Switched>().Select(one => one.IsOn)
        );
        Assert.Equal(2, Recorded().Count(one => one.Config is not null));
    }

    [Fact]
    public void The_voice_of_the_floor_is_recorded_only_with_a_yes()
    {
        test.Room.Record(isOn: true);
        test.Publish(Packets.Config(MediaTrack.Floor));
        test.Publish(Packets.Voice(1, 0, track: MediaTrack.Floor));
        test.Room.Record(isOn: true, floorToo: true);
        test.Publish(Packets.Voice(2, 100, track: MediaTrack.Floor));
        Assert.Equal([2u], Recorded().Where(one => one.Config is null).Select(one => one.Sequence));
    }

    [Fact]
    public void One_publishes_a_track_at_a_time_and_whoever_begins_last_has_it()
    {
        Assert.Equal(PublishAnswer.NeedsConfig, test.Publish(Packets.Voice(1, 0)));
        test.Publish(Packets.Config(MediaTrack.Voice));
        Assert.Equal(PublishAnswer.Taken, test.Publish(Packets.Voice(1, 0)));
        test.Publish(Packets.Config(MediaTrack.Voice), by: RoomOfTest.Second);
        Assert.Equal(PublishAnswer.Replaced, test.Publish(Packets.Voice(2, 100)));
        var off = Packets.Config(MediaTrack.Voice, config: new(TrackConfig.Off, ""));
        Assert.Equal(PublishAnswer.Replaced, test.Publish([.. off]));
        Assert.Equal(PublishAnswer.Taken, test.Publish(off, by: RoomOfTest.Second));
        Assert.Equal(
            PublishAnswer.NeedsConfig,
            test.Publish(Packets.Voice(1, 0), by: RoomOfTest.Second)
        );
    }

    [Fact]
    public void Who_may_not_publish_on_a_track_is_refused_and_a_broken_packet_has_its_answer()
    {
        Assert.Equal(
            PublishAnswer.Refused,
            test.Publish(Packets.Config(MediaTrack.Camera), may: MediaTracks.Voice)
        );
        Assert.Equal(
            PublishAnswer.Refused,
            test.Publish(Packets.Config(MediaTrack.Voice), may: MediaTracks.None)
        );
        Assert.Equal(PublishAnswer.Malformed, test.Publish([1, 2, 3]));
    }

    [Fact]
    public async Task After_the_end_nothing_is_taken_shown_or_written_also_after_a_restart()
    {
        test.Room.Record(isOn: true);
        test.Publish(Packets.Config(MediaTrack.Voice));
        test.Publish(Packets.Voice(1, 0));
        await test.Room.EndAsync();
        var length = new FileInfo(test.Log).Length;
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(PublishAnswer.Ended, test.Publish(Packets.Voice(2, 100)));
            Assert.Empty(test.Watch("late").Messages);
            test.Room.Record(isOn: true);
            await test.Room.FlushAsync();
            test.Restart();
        }

        Assert.Equal(length, new FileInfo(test.Log).Length);
    }

    [Fact]
    public async Task A_restart_goes_on_with_new_epochs_and_records_when_told()
    {
        test.Room.Record(isOn: true);
        test.Publish(Packets.Config(MediaTrack.Voice));
        test.Publish(Packets.Voice(1, 0));
        await test.Room.FlushAsync();
        test.Restart();
        Assert.False(test.Room.IsRecording);
        Assert.Equal(PublishAnswer.NeedsConfig, test.Publish(Packets.Voice(2, 100)));
        test.Publish(Packets.Config(MediaTrack.Voice));
        test.Publish(Packets.Voice(3, 200));
        test.Room.Record(isOn: true);
        test.Publish(Packets.Voice(4, 300));

        Assert.Equal(
            [(1u, 1), (4u, 2)],
            Recorded()
                .Where(one => one.Config is null)
                .Select(one => (one.Sequence, (int)one.Epoch))
        );
    }

    public void Dispose() => test.Dispose();

    private void Speak(
        uint from,
        uint to,
        ViewerOfTest? viewer,
        bool withCamera = false,
        double firstAtMs = 0
    )
    {
        if (withCamera)
        {
            test.Publish(Packets.Config(MediaTrack.Camera));
        }

        for (var one = from; one <= to; one++)
        {
            test.Pass(100);
            if (withCamera)
            {
                test.Publish(Packets.Picture1(one, 100 * (one - 1), one % 10 == 1));
            }

            test.Publish(Packets.Voice(one, firstAtMs + 100 * (one - from)));
            viewer?.Acknowledge();
        }

        test.Pass(100);
        viewer?.Acknowledge();
        test.Pass(50);
    }

    private static IEnumerable<uint> Numbers(int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(one => (uint)one);

    private List<FrameRecord> Lines()
    {
        test.Room.FlushAsync().GetAwaiter().GetResult();
        return [.. FrameLog.Read(test.Log)];
    }

    private List<MediaPacket> Recorded() =>
        [.. Lines().OfType<FrameRecord.Frames>().Select(one => one.Packet)];
}
