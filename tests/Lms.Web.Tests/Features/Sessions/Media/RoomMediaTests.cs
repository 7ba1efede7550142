using Lms.Domain.Live;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Tests.Features.Sessions.Live;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Sessions.Media;

/// <summary>Voices follow the log of their room: the real room, the real hubs, and what lies on the disk.</summary>
public sealed class RoomMediaTests
{
    private const string Taken = nameof(PublishAnswer.Taken);

    [Fact]
    public async Task Only_what_is_said_while_the_room_records_is_kept_piece_by_piece()
    {
        await using var stage = await StageAsync();
        var trainer = await stage.EnterAsync("trainer");
        await using var voice = await SpeakerAsync(stage, "trainer");
        await stage.EnterAsync("specialist");
        await using var ear = await SpeakerAsync(stage, "specialist");
        Assert.True(await ear.ListenAsync());
        Assert.Equal(Taken, await voice.BeginAsync());

        await SaysAsync(1);
        await StateAsync("live");
        await SaysAsync(2);
        await RecordAsync(true);
        await SaysAsync(3);
        await RecordAsync(false);
        await SaysAsync(4);
        await RecordAsync(true);
        await SaysAsync(5);
        await StateAsync("paused");
        await SaysAsync(6);
        var paused = voice.Now - 60;
        await StateAsync("live");
        await SaysAsync(7);
        // A line that comes back brings what was said within the pieces, and nothing of between them.
        var now = voice.Now;
        Assert.Equal(Taken, await voice.SayLateAsync(8, now - 95));
        Assert.Equal(Taken, await voice.SayLateAsync(9, paused));
        await StateAsync("ended");
        Assert.NotEqual(Taken, await voice.SayAsync(10));

        Assert.Equal([3, 5, 7, 8], await stage.Host.MarksAsync(stage.Session));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], ear.Heard.ToList());

        async Task SaysAsync(byte mark)
        {
            Assert.Equal(Taken, await voice.SayAsync(mark));
            await ear.HearsAsync(mark);
        }

        Task RecordAsync(bool isOn) => trainer.DoneAsync(new { kind = "recordingSet", isOn });
        Task StateAsync(string state) => trainer.DoneAsync(new { kind = "stateSet", state });
    }

    [Fact]
    public async Task Who_was_told_that_nothing_is_recorded_is_not_and_a_rehearsal_never_is()
    {
        await using var stage = await RoomStage.SetAsync(plan: one => one.IsRecorded = false);
        var trainer = await stage.BeginAsync();
        Assert.Equal("notAllowed", await trainer.RefusedAsync(Recording));
        await SpeakAsync(stage);

        await using var rehearsal = await StageAsync(isRehearsal: true);
        trainer = await rehearsal.BeginAsync();
        Assert.Equal("notAllowed", await trainer.RefusedAsync(Recording));
        await SpeakAsync(rehearsal);

        static async Task SpeakAsync(RoomStage stage)
        {
            await using var voice = await SpeakerAsync(stage, "trainer");
            await voice.BeginAsync();
            Assert.Equal(Taken, await voice.SayAsync(1));
            Assert.Empty(await stage.Host.MarksAsync(stage.Session));
            Assert.False(File.Exists(stage.Host.FramesOf(stage.Session)));
        }
    }

    [Fact]
    public async Task A_participants_voice_is_kept_with_a_yes_alone_also_when_it_comes_late()
    {
        await using var stage = await StageAsync();
        var trainer = await stage.BeginAsync();
        await trainer.DoneAsync(Recording);
        var guest = await stage.ConnectAsync("specialist");
        var place = (await guest.HelloAsync()).GetProperty("you").GetProperty("person").GetInt64();
        await using var voice = await SpeakerAsync(stage, "specialist", MediaTrack.Floor);
        Assert.Equal(nameof(PublishAnswer.Refused), await voice.BeginAsync());

        await guest.DoneAsync(new { kind = "handRaised", mayBeRecorded = false });
        Assert.Equal("notAllowed", await trainer.RefusedAsync(Floor(isRecorded: true)));
        await trainer.DoneAsync(Floor(isRecorded: false));
        Assert.Equal(Taken, await voice.BeginAsync());
        Assert.Equal(Taken, await voice.SayAsync(1));
        var unrecorded = voice.Now - 80;
        await trainer.DoneAsync(new { kind = "floorTaken" });
        Assert.Equal(nameof(PublishAnswer.Refused), await voice.SayAsync(2));

        await guest.DoneAsync(new { kind = "handRaised", mayBeRecorded = true });
        await trainer.DoneAsync(Floor(isRecorded: true));
        Assert.Equal(Taken, await voice.SayAsync(3));
        Assert.Equal(Taken, await voice.SayLateAsync(4, unrecorded));
        stage.Host.Clock.Forward(TimeSpan.FromMilliseconds(100));
        Assert.Equal(Taken, await voice.SayLateAsync(5, voice.Now - 90));
        await trainer.DoneAsync(new { kind = "recordingSet", isOn = false });
        Assert.Equal(Taken, await voice.SayAsync(6));

        Assert.Equal([3, 5], await stage.Host.MarksAsync(stage.Session, MediaTrack.Floor));

        object Floor(bool isRecorded) =>
            new
            {
                kind = "floorGiven",
                person = place,
                isRecorded,
            };
    }

    [Fact]
    public async Task Who_is_put_out_hears_and_says_nothing_from_that_moment_and_does_not_return()
    {
        await using var stage = await StageAsync();
        var trainer = await stage.BeginAsync();
        var guest = await stage.ConnectAsync("specialist");
        var person = (await guest.HelloAsync()).GetProperty("you").GetProperty("person").GetInt64();
        await using var ear = await SpeakerAsync(stage, "specialist", MediaTrack.Floor);
        Assert.True(await ear.ListenAsync());

        await trainer.DoneAsync(new { kind = "removed", person });
        await ear.Closed.Task.WaitAsync(TimeSpan.FromSeconds(1));
        await using var voice = await SpeakerAsync(stage, "trainer");
        await voice.BeginAsync();
        await voice.SayAsync(1);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var again = await SpeakerAsync(stage, "specialist");
            await again.ListenAsync();
        });
        Assert.Empty(ear.Heard);
        Assert.Equal(0, stage.Host.Media().Open(stage.Session.Value).Viewers);
    }

    [Fact]
    public async Task A_disk_that_refuses_the_frames_stops_nobody_and_is_asked_again()
    {
        await using var stage = await StageAsync();
        var trainer = await stage.BeginAsync();
        var frames = stage.Host.FramesOf(stage.Session);
        Directory.CreateDirectory(frames);
        await trainer.DoneAsync(Recording);
        await trainer.DoneAsync(new { kind = "slideShown", slide = 1 });
        await using var voice = await SpeakerAsync(stage, "trainer");
        await voice.BeginAsync();
        Assert.Equal(Taken, await voice.SayAsync(1));

        Directory.Delete(frames);
        var room = stage.Host.Media().Open(stage.Session.Value);
        for (var tries = 0; tries < 100 && !room.IsRecording; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(Taken, await voice.SayAsync(2));
        Assert.Equal([2], await stage.Host.MarksAsync(stage.Session));
    }

    [Fact]
    public async Task A_room_whose_recording_takes_long_to_begin_holds_up_nobody_in_another()
    {
        await using var stage = await StageAsync();
        var trainer = await stage.BeginAsync();
        var session = await RoomStage.PlanAsync(stage.Host);
        var other = await stage.ConnectAsync("trainer", session);
        await other.HelloAsync();
        using var begun = new ManualResetEventSlim();
        var clock = stage.Host.Media().ClockOf;
        stage.Host.Media().ClockOf = one =>
        {
            if (one == stage.Session.Value)
            {
                begun.Wait();
            }

            return clock(one);
        };
        var recording = trainer.DoneAsync(Recording);
        await Task.Delay(TimeSpan.FromMilliseconds(300));

        var within = TimeSpan.FromSeconds(20);
        try
        {
            await other.DoneAsync(new { kind = "stateSet", state = "live" }).WaitAsync(within);
            await other.DoneAsync(Recording).WaitAsync(within);
            await using var voice = await RoomSpeaker.EnterAsync(stage.Host, session, "trainer");
            await voice.BeginAsync();
            Assert.Equal(Taken, await voice.SayAsync(1));
            Assert.Equal([1], await stage.Host.MarksAsync(session));
            Assert.False(recording.IsCompleted);
        }
        finally
        {
            begun.Set();
        }

        await recording.WaitAsync(within);
        Assert.True(stage.Host.Media().Open(stage.Session.Value).IsRecording);
    }

    [Fact]
    public async Task Voice_and_slides_stay_together_when_the_machines_clock_is_set()
    {
        await using var stage = await StageAsync();
        var trainer = await stage.BeginAsync();
        await trainer.DoneAsync(Recording);
        await using var voice = await SpeakerAsync(stage, "trainer");
        await stage.EnterAsync("specialist");
        await using var ear = await SpeakerAsync(stage, "specialist");
        await ear.ListenAsync();
        await voice.BeginAsync();
        foreach (var (slide, hours) in new[] { (1, 0), (2, -3), (3, 5) })
        {
            stage.Host.Clock.Set(TimeSpan.FromHours(hours));
            stage.Host.Clock.Forward(TimeSpan.FromSeconds(3));
            await voice.SayAsync((byte)slide);
            await ear.HearsAsync((byte)slide);
            await trainer.DoneAsync(new { kind = "slideShown", slide });
        }

        await trainer.DoneAsync(new { kind = "stateSet", state = "ended" });
        await stage.PublishedAsync();
        await using var db = stage.Host.Look();
        var log = await db.LiveEvents.Where(one => one.SessionId == stage.Session).ToListAsync();
        var shown = log.Where(one => one.What is RoomEvent.SlideShown).Select(one => one.At);
        var played = RecordedMarks.Played(stage.VoiceFile());
        Assert.Equal([1, 2, 3], played.Select(one => (int)one.Mark));
        Assert.All(
            shown.Order().Zip(played),
            pair => Assert.InRange(pair.First - pair.Second.At, 80, 600)
        );
    }

    private static readonly object Recording = new { kind = "recordingSet", isOn = true };

    private static Task<RoomStage> StageAsync(bool isRehearsal = false) =>
        RoomStage.SetAsync(isRehearsal: isRehearsal);

    private static Task<RoomSpeaker> SpeakerAsync(
        RoomStage stage,
        string name,
        MediaTrack track = MediaTrack.Voice
    ) => RoomSpeaker.EnterAsync(stage.Host, stage.Session, name, track);
}

internal static class MadeRecordings
{
    public static string VoiceFile(this RoomStage stage) =>
        Path.Combine(
            stage.Host.Services.GetRequiredService<CutMedia>().Folder(stage.Session),
            "voice.webm"
        );

    public static Task PublishedAsync(this RoomStage stage) =>
        stage.Host.PublishedAsync(stage.Session);

    /// <summary>Waits until the recording of a session is made.</summary>
    public static async Task PublishedAsync(this LmsHost host, LiveSessionId session)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await host.StateAsync(session) == SessionState.Published)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("No recording was made.");
    }

    public static async Task<SessionState> StateAsync(this LmsHost host, LiveSessionId session)
    {
        await using var db = host.Look();
        return await db
            .LiveSessions.Where(one => one.Id == session)
            .Select(one => one.State)
            .SingleAsync();
    }
}
