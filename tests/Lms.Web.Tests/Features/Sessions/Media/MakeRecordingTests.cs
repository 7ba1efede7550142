using Lms.Domain.Live;
using Lms.Web.Features.Sessions;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Tests.Features.Sessions.Live;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Sessions.Media;

/// <summary>From frames to files: once, and whatever happens on the way.</summary>
public sealed class MakeRecordingTests
{
    private static readonly byte[] Other = [1, 2, 3];

    [Fact]
    public async Task The_end_of_a_session_makes_its_recording_and_nobody_makes_it_twice()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        await trainer.DoneAsync(new { kind = "recordingSet", isOn = true });
        await using (var voice = await SpeakAsync(stage.Host, stage.Session, 1, 2))
        {
            await trainer.DoneAsync(new { kind = "stateSet", state = "ended" });
            await stage.PublishedAsync();
        }

        Assert.Equal([1, 2], RecordedMarks.Played(stage.VoiceFile()).Select(one => (int)one.Mark));
        Assert.IsType<FrameRecord.Ended>(FrameLog.Read(stage.Host.FramesOf(stage.Session)).Last());
        await File.WriteAllBytesAsync(stage.VoiceFile(), Other);
        stage.Host.Clock.Forward(TimeSpan.FromMinutes(5));
        var make = Make(stage.Host);
        await Task.WhenAll(
            make.RunAsync(stage.Session),
            make.MissingAsync(),
            make.RunAsync(stage.Session)
        );
        Assert.Equal(Other, await File.ReadAllBytesAsync(stage.VoiceFile()));
    }

    [Fact]
    public async Task Asked_by_many_at_once_it_is_made_by_one()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await EndedAsync(host, SessionState.Ended, 1, 2);
        var make = Make(host);
        await make.RunAsync(session);
        var made = File.GetLastWriteTimeUtc(Voice(host, session));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => make.RunAsync(session)));
        Assert.Equal(made, File.GetLastWriteTimeUtc(Voice(host, session)));
    }

    [Fact]
    public async Task One_that_was_broken_off_is_made_again_after_a_minute_and_its_frames_end()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await EndedAsync(host, SessionState.Processing, 1, 2);
        var folder = host.Services.GetRequiredService<CutMedia>().Folder(session);
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, ".voice.webm.part"), Other);
        var make = Make(host);
        await make.MissingAsync();
        Assert.Equal(SessionState.Processing, await host.StateAsync(session));

        host.Clock.Forward(TimeSpan.FromMinutes(2));
        await make.MissingAsync();
        Assert.Equal(SessionState.Published, await host.StateAsync(session));
        Assert.Equal([1, 2], Marks(host, session));
        Assert.Equal(["voice.webm"], Directory.GetFiles(folder).Select(Path.GetFileName));
        Assert.IsType<FrameRecord.Ended>(FrameLog.Read(host.FramesOf(session)).Last());
    }

    [Fact]
    public async Task One_that_cannot_be_made_holds_up_no_other_and_is_tried_again()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var hard = await EndedAsync(host, SessionState.Ended, 1);
        var easy = await EndedAsync(host, SessionState.Ended, 2);
        var obstacle = host.Services.GetRequiredService<CutMedia>().Folder(hard);
        await File.WriteAllBytesAsync(obstacle, Other);
        host.Clock.Forward(TimeSpan.FromMinutes(2));
        await Make(host).MissingAsync();
        Assert.Equal(SessionState.Published, await host.StateAsync(easy));
        Assert.Equal(SessionState.Processing, await host.StateAsync(hard));

        File.Delete(obstacle);
        await Make(host).MissingAsync();
        Assert.Equal(SessionState.Published, await host.StateAsync(hard));
        Assert.Equal([1], Marks(host, hard));
    }

    [Fact]
    public async Task A_cut_that_was_broken_off_is_finished_in_the_files_and_in_the_frames()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await EndedAsync(host, SessionState.Ended, 1, 2, 3);
        await Make(host).RunAsync(session);
        Assert.Equal([1, 2, 3], Marks(host, session));
        Cut(host, session, 100);

        // The files went, and then the power did.
        Directory.Delete(Path.GetDirectoryName(Voice(host, session))!, recursive: true);
        await Make(host).MissingAsync();
        Assert.Equal([1, 3], Marks(host, session));
        Assert.Equal([1, 255, 3], (await host.MarksAsync(session)).Select(one => (int)one));
    }

    [Fact]
    public async Task A_cut_that_comes_while_the_files_are_made_for_another_is_in_neither()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await EndedAsync(host, SessionState.Ended, 1, 2, 3, 4);
        Cut(host, session, 100);
        // The first cut is out of the frames, and the files are about to be made.
        using var make = ActivatorUtilities.CreateInstance<MakeRecording>(
            host.Services,
            new Interrupted(host.Clock, () => Cut(host, session, 300))
        );
        await make.RunAsync(session);

        Assert.Equal(SessionState.Published, await host.StateAsync(session));
        Assert.Equal([1, 3], Marks(host, session));
        Assert.Equal([1, 255, 3, 255], (await host.MarksAsync(session)).Select(one => (int)one));
    }

    [Fact]
    public async Task A_server_that_is_killed_keeps_the_frames_and_goes_on_where_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("lms-test-").FullName;
        LiveSessionId session;
        await using (var first = await RoomStage.SetAsync())
        {
            session = first.Session;
            var trainer = await first.BeginAsync();
            await trainer.DoneAsync(new { kind = "recordingSet", isOn = true });
            await using var voice = await SpeakAsync(first.Host, session, 1, 2);
            // Its clock stands still between two servers of a test: the log says how far it was.
            await trainer.DoneAsync(new { kind = "slideShown", slide = 1 });
            await first.Host.Media().FlushAsync();
            Copy(first.Host.Folder, folder);
        }

        await using var host = await LmsHost.StartInAsync(folder, TestDatabase.Sqlite);
        await using var back = new RoomVisitor(
            host,
            await RoomStage.CookieAsync(host, "trainer"),
            session.Value
        );
        await back.ConnectAsync();
        await back.HelloAsync();
        Assert.True(host.Media().Open(session.Value).IsRecording);
        await using (var voice = await SpeakAsync(host, session, 3, 4))
        {
            await back.DoneAsync(new { kind = "stateSet", state = "ended" });
            await host.PublishedAsync(session);
        }

        var played = RecordedMarks.Played(Voice(host, session));
        Assert.Equal([1, 2, 3, 4], played.Select(one => (int)one.Mark));
        Assert.Equal(played.Select(one => one.At).Order(), played.Select(one => one.At));
    }

    private static MakeRecording Make(LmsHost host) =>
        host.Services.GetRequiredService<MakeRecording>();

    private static string Voice(LmsHost host, LiveSessionId session) =>
        Path.Combine(host.Services.GetRequiredService<CutMedia>().Folder(session), "voice.webm");

    private static IEnumerable<int> Marks(LmsHost host, LiveSessionId session) =>
        RecordedMarks.Played(Voice(host, session)).Select(one => (int)one.Mark);

    private static async Task<RoomSpeaker> SpeakAsync(
        LmsHost host,
        LiveSessionId session,
        params byte[] marks
    )
    {
        var voice = await RoomSpeaker.EnterAsync(host, session, "trainer");
        await voice.BeginAsync();
        foreach (var mark in marks)
        {
            Assert.Equal(nameof(PublishAnswer.Taken), await voice.SayAsync(mark));
        }

        return voice;
    }

    // As a server leaves it that was killed: the log of frames has no end.
    private static async Task<LiveSessionId> EndedAsync(
        LmsHost host,
        SessionState state,
        params byte[] marks
    )
    {
        var opened = host.Clock.GetUtcNow();
        var session = await RoomStage.PlanAsync(
            host,
            one => (one.State, one.OpenedAt, one.EndedAt) = (state, opened, opened)
        );
        using var log = FrameLog.Open(host.FramesOf(session));
        foreach (var (at, mark) in marks.Index())
        {
            log.Append(
                opened.ToUnixTimeMilliseconds() + (100 * at) + 80,
                Packets.Voice((uint)at, 100 * at, mark: mark)
            );
        }

        await log.FlushAsync();
        return session;
    }

    // A tenth of a second, as long as a mark is heard.
    private static void Cut(LmsHost host, LiveSessionId session, long from)
    {
        using var db = host.Look();
        db.RecordingCuts.Add(
            new()
            {
                SessionId = session,
                From = from,
                Until = from + 100,
                Reason = "особисте",
                By = new(Guid.CreateVersion7()),
                At = host.Clock.GetUtcNow(),
            }
        );
        db.SaveChanges();
    }

    /// <summary>Something happens the first time that somebody asks for the time.</summary>
    private sealed class Interrupted(TimeProvider clock, Action meanwhile) : TimeProvider
    {
        private Action? next = meanwhile;

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Exchange(ref next, null)?.Invoke();
            return clock.GetUtcNow();
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
