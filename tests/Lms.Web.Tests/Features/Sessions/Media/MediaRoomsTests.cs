using Lms.Web.Features.Sessions.Media;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Sessions.Media;

public sealed class MediaRoomsTests
{
    private static readonly Guid Session = new("01900000-0000-7000-8000-000000000003");
    private static readonly Guid Other = new("01900000-0000-7000-8000-000000000004");

    [Fact]
    public async Task A_room_that_nobody_is_in_is_put_away_and_its_recording_stays()
    {
        using var folder = new TestFolder();
        var clock = new TestClock(new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
        using var rooms = new MediaRooms(new MediaFolder(folder.Path), new MediaLimits(), clock);
        var room = rooms.Open(Session);
        rooms.Record(Session, isOn: true);
        room.Publish(RoomOfTest.Trainer, MediaTracks.Voice, Packets.Config(MediaTrack.Voice));
        room.Publish(RoomOfTest.Trainer, MediaTracks.Voice, Packets.Voice(1, 0));

        await SweepTwiceAsync();
        Assert.Same(room, rooms.Open(Session));
        rooms.Record(Session, isOn: false);
        await SweepTwiceAsync();
        Assert.NotSame(room, rooms.Open(Session));
        Assert.Equal(
            2,
            FrameLog
                .Read(new MediaFolder(folder.Path).LogOf(Session))
                .OfType<FrameRecord.Frames>()
                .Count()
        );

        async Task SweepTwiceAsync()
        {
            await rooms.SweepAsync();
            clock.Forward(TimeSpan.FromMinutes(11));
            await rooms.SweepAsync();
        }
    }

    [Fact]
    public async Task A_room_whose_recording_takes_long_to_be_read_holds_up_no_other()
    {
        using var folder = new TestFolder();
        var (files, limits) = (new MediaFolder(folder.Path), new MediaLimits());
        var clock = new TestClock(new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
        using (var before = new MediaRooms(files, limits, clock))
        {
            before.Record(Session, isOn: true);
            await before.FlushAsync();
        }

        using var read = new ManualResetEventSlim();
        using var rooms = new MediaRooms(files, limits, clock);
        rooms.ClockOf = session =>
        {
            if (session == Session)
            {
                read.Wait();
            }

            return null;
        };
        var opened = Task.Run(() => rooms.Open(Session));
        var again = Task.Run(() => rooms.Open(Session));
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            await Task.Run(() => rooms.Open(Other)).WaitAsync(TimeSpan.FromSeconds(10));
            Assert.False(opened.IsCompleted || again.IsCompleted);
        }
        finally
        {
            read.Set();
        }

        Assert.Same(await opened, await again);
    }
}
