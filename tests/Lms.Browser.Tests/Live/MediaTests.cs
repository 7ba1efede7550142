using System.Text.Json;
using Lms.Browser.Tests.Support;
using Lms.Web.Features.Sessions.Media;
using Microsoft.Playwright;

namespace Lms.Browser.Tests.Live;

/// <summary>
/// Sound and pictures from a trainer to viewers with good, cut and thin lines, and the recording after
/// it: with a microphone that plays known tones.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class MediaTests(ITestOutputHelper output) : IAsyncLifetime
{
    private ToneBrowser tones = null!;
    private MediaStage stage = null!;
    private readonly List<string> complaints = [];

    public async ValueTask InitializeAsync()
    {
        stage = await MediaStage.StartAsync();
        tones = await ToneBrowser.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await tones.DisposeAsync();
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task A_session_is_heard_through_lost_and_thin_lines_and_its_recording_plays()
    {
        await using var trainersLine = new Line(stage.Port);
        await using var cutLine = new Line(stage.Port);
        await using var thinLine = new Line(stage.Port, bytesInASecond: 10_000);
        var startedAt = DateTimeOffset.UtcNow;
        stage.Rooms.Record(MediaStage.Session, isOn: true);
        var trainer = await PublishAsync(trainersLine.Port);
        var steady = await WatchAsync(2, stage.Port);
        var cut = await WatchAsync(3, cutLine.Port);
        var thin = await WatchAsync(4, thinLine.Port);

        await Task.Delay(6000);
        var late = await WatchAsync(5, stage.Port);
        await Task.Delay(4000);
        await cutLine.CutAsync();
        await Task.Delay(5000);
        cutLine.Mend();
        var mendedAt = Now;
        await Task.Delay(6000);
        var trainerCutAt = Now;
        await trainersLine.CutAsync();
        await Task.Delay(3000);
        trainersLine.Mend();
        var trainerMendedAt = Now;
        await Task.Delay(14_000);

        // Outside the trainer's own loss: after it a tone is heard from its middle.
        bool IsCalm(double at) => at < trainerCutAt || at > trainerMendedAt + 5000;
        var said = await Hearing.NotesAsync(trainer);
        var states = new Dictionary<string, JsonElement>();
        var delays = new Dictionary<string, List<(double At, double LateMs)>>();
        foreach (
            var (name, page) in new[]
            {
                ("steady", steady),
                ("late", late),
                ("cut", cut),
                ("thin", thin),
            }
        )
        {
            states[name] = await page.EvaluateAsync<JsonElement>("() => room.state()");
            delays[name] = Hearing.Delays(said, await Hearing.NotesAsync(page));
            var calm = delays[name].Where(one => IsCalm(one.At)).ToList();
            output.WriteLine($"{name}: {Hearing.Told(calm)}; {states[name]}");
        }

        output.WriteLine(
            $"trainer: {await trainer.EvaluateAsync<JsonElement>("() => room.state()")}"
        );
        output.WriteLine(
            $"thin line: {thinLine.Passed} bytes, pictures {await thin.EvaluateAsync<JsonElement>("() => room.pictures")}"
        );

        foreach (var name in new[] { "steady", "late" })
        {
            var calm = delays[name].Where(one => IsCalm(one.At)).ToList();
            Assert.True(calm.Count >= 8, $"{name} heard too little");
            Assert.InRange(Hearing.Median(calm), 0, 800);
            Assert.True(
                states[name].GetProperty("camera").GetInt32() > 50,
                $"{name} saw no camera"
            );
            Assert.True(states[name].GetProperty("screen").GetInt32() > 5, $"{name} saw no screen");
            Assert.Equal(800, states[name].GetProperty("width").GetInt32());
        }

        Assert.InRange(states["late"].GetProperty("firstMs").GetInt32(), 0, 2000);
        // Back after their own loss, and after the trainer's.
        Assert.Contains(delays["cut"], one => one.At > mendedAt && one.At < mendedAt + 5500);
        Assert.All(
            delays.Values,
            heard =>
                Assert.Contains(
                    heard,
                    one => one.At > trainerMendedAt && one.At < trainerMendedAt + 6500
                )
        );
        // The thin line is late, but not ever later.
        var thinEnd = delays["thin"].Where(one => one.At > trainerMendedAt + 6500).ToList();
        Assert.NotEmpty(thinEnd);
        Assert.All(thinEnd, one => Assert.InRange(one.LateMs, 0, 3500));
        Assert.Empty(complaints);

        await stage.Rooms.EndAsync(MediaStage.Session);
        var recording = Muxer.Write(stage.Log, startedAt, [], stage.Recordings);
        await PlayAsync(recording, said, startedAt, trainerCutAt, trainerMendedAt);
    }

    [Fact]
    public async Task The_voice_of_a_trainer_on_a_thin_line_goes_before_the_pictures()
    {
        await using var line = new Line(stage.Port, bytesUpInASecond: 10_000);
        var trainer = await PublishAsync(line.Port);
        var viewer = await WatchAsync(2, stage.Port);
        await Task.Delay(25_000);
        var said = await Hearing.NotesAsync(trainer);
        var delays = Hearing.Delays(said, await Hearing.NotesAsync(viewer));
        output.WriteLine($"{Hearing.Told(delays)}, {line.Passed} bytes");
        output.WriteLine($"{await trainer.EvaluateAsync<JsonElement>("() => room.state()")}");
        output.WriteLine($"{await viewer.EvaluateAsync<JsonElement>("() => room.state()")}");
        var settled = delays.Where(one => one.At > said[0].At + 10_000).ToList();
        Assert.InRange(settled.Count, 8, 20);
        Assert.InRange(Hearing.Median(settled), 0, 2000);
        Assert.All(settled, one => Assert.InRange(one.LateMs, 0, 4000));
    }

    [Fact]
    public async Task A_browser_without_encoders_publishes_and_one_without_decoders_shows()
    {
        await PublishAsync(stage.Port, way: "recorder");
        var viewer = await WatchAsync(2, stage.Port);
        var poor = await WatchAsync(3, stage.Port, "delete globalThis.VideoDecoder");
        await Task.Delay(8000);
        var shown = await poor.EvaluateAsync<JsonElement>("() => room.state()");
        output.WriteLine($"without a decoder: {shown}");
        Assert.Equal(640, shown.GetProperty("video").GetInt32());
        Assert.InRange(shown.GetProperty("videoAt").GetDouble(), 3, 20);
        var state = await viewer.EvaluateAsync<JsonElement>("() => room.state()");
        var heard = await Hearing.NotesAsync(viewer);
        output.WriteLine($"{heard.Count} tones; {state}");
        Assert.True(heard.Count >= 4);
        Assert.True(state.GetProperty("camera").GetInt32() > 20);
    }

    private static double Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    // Each tone of the trainer's microphone is where it was said, the lost seconds among them.
    private async Task PlayAsync(
        Recording recording,
        List<Note> said,
        DateTimeOffset startedAt,
        double trainerCutAt,
        double trainerMendedAt
    )
    {
        var page = await PageAsync(9);
        var wrong = new List<string>();
        var inLoss = 0;
        bool IsLost(Note note) => note.At > trainerCutAt && note.At < trainerMendedAt;
        foreach (
            var note in said.Skip(1).SkipLast(1).Where((one, at) => at % 3 == 0 || IsLost(one))
        )
        {
            var second = (note.At - startedAt.ToUnixTimeMilliseconds() + 450) / 1000;
            var tone = await page.EvaluateAsync<int>(
                "([file, at]) => room.toneAt(file, at)",
                new object[] { "/recordings/voice.webm", second }
            );
            inLoss += IsLost(note) ? 1 : 0;
            if (tone != note.Tone)
            {
                wrong.Add($"at {second:0.0} s: {tone} instead of {note.Tone}");
            }
        }

        output.WriteLine(
            $"wrong tones: {string.Join("; ", wrong)}; asked within the loss: {inLoss}"
        );
        output.WriteLine($"gaps: {string.Join("; ", recording.Gaps)}");
        Assert.Empty(wrong);
        Assert.InRange(inLoss, 2, 4);
        foreach (var track in recording.Tracks)
        {
            var film = await page.EvaluateAsync<JsonElement>(
                "file => room.film(file)",
                $"/recordings/{Path.GetFileName(track.File)}"
            );
            output.WriteLine($"{track.Track}: {film}");
            Assert.Equal(track.DurationMs / 1000, film.GetProperty("duration").GetDouble(), 0.2);
            Assert.Equal(track.DurationMs / 1000, film.GetProperty("seekable").GetDouble(), 0.2);
        }

        Assert.Equal(
            [MediaTrack.Voice, MediaTrack.Camera, MediaTrack.Screen],
            recording.Tracks.Select(one => one.Track)
        );
    }

    private async Task<IPage> PublishAsync(int port, string way = "")
    {
        var page = await PageAsync(1);
        await page.EvaluateAsync(
            "([session, address, way]) => room.publish(session, address, way)",
            new object[] { MediaStage.Session.ToString(), Hub(port), way }
        );
        return page;
    }

    private async Task<IPage> WatchAsync(int person, int port, string without = "")
    {
        var page = await PageAsync(person);
        if (without.Length > 0)
        {
            await page.EvaluateAsync(without);
        }

        await page.EvaluateAsync(
            "([session, address]) => room.watch(session, address)",
            new object[] { MediaStage.Session.ToString(), Hub(port) }
        );
        return page;
    }

    private async Task<IPage> PageAsync(int person)
    {
        var context = await tones.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add($"{person}: {error}");
        page.Console += (_, line) =>
        {
            // A lost line is told by the browser itself.
            if (line.Type == "error" && !line.Text.Contains("WebSocket", StringComparison.Ordinal))
            {
                complaints.Add($"{person}: {line.Text}");
            }
        };
        await page.GotoAsync($"{stage.Address}/room?person={person}");
        await page.WaitForFunctionAsync("() => globalThis.room?.ready");
        return page;
    }

    private static string Hub(int port) => $"http://127.0.0.1:{port}/hubs/media";
}
