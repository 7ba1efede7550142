using System.Diagnostics;
using CsCheck;
using Lms.Web.Features.Sessions.Media;

namespace Lms.Web.Tests.Features.Sessions.Media;

public sealed class MuxerTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private readonly TestFolder folder = new();
    private readonly List<(long ReceivedMs, byte[] Packet)> lines = [];

    [Fact]
    public async Task Files_are_seekable_and_say_how_long_they_are()
    {
        Speech(0, 100, 7);
        Film(0, 100);
        var recording = await MuxAsync();

        var voice = WebmOfTest.Read(folder["out/voice.webm"]);
        Assert.Equal(("A_OPUS", 10_000d), (voice.Codec, Math.Round(voice.DurationMs)));
        Assert.Equal(500, voice.Frames.Count);
        Assert.Equal([0L, 2000, 4000, 6000, 8000], voice.CueTimes);
        var camera = WebmOfTest.Read(folder["out/camera.webm"]);
        Assert.Equal("V_VP8", camera.Codec);
        // Each key frame begins a cluster, and is what a player may seek to.
        Assert.Equal(
            camera.Frames.Where(one => one.IsKey).Select(one => one.TimeMs),
            camera.CueTimes
        );
        Assert.Equal(
            [MediaTrack.Voice, MediaTrack.Camera],
            recording.Tracks.Select(one => one.Track)
        );
        Assert.Empty(recording.Gaps);
    }

    [Fact]
    public async Task The_delay_of_the_network_moves_nothing()
    {
        // Packets are late by up to 0.4 s, one of them by nothing.
        for (var one = 0u; one < 50; one++)
        {
            Line(100 * one + 80 + (one * 37 % 11) * 40, Packets.Voice(one, 100 * one + 5000));
        }

        await MuxAsync();
        var voice = WebmOfTest.Read(folder["out/voice.webm"]);
        Assert.Equal(
            Enumerable.Range(0, 250).Select(one => 20L * one),
            voice.Frames.Select(one => one.TimeMs)
        );
    }

    [Fact]
    public async Task What_was_never_heard_is_silence_of_the_same_length()
    {
        Speech(0, 20, 1);
        Speech(80, 100, 2);
        var recording = await MuxAsync();

        var voice = WebmOfTest.Read(folder["out/voice.webm"]);
        Assert.Equal(500, voice.Frames.Count);
        Assert.All(
            voice.Frames,
            one =>
                Assert.Equal(
                    one.TimeMs < 2000 ? 1
                        : one.TimeMs < 8000 ? 0xFF
                        : 2,
                    one.Frame[1]
                )
        );
        Assert.Equal([new MediaGap(new(2000, 8000), GapCause.NoSound)], recording.Gaps);
    }

    [Fact]
    public async Task Voice_that_came_later_stands_where_it_was_spoken()
    {
        Speech(0, 20, 1);
        Speech(50, 70, 3);
        for (var one = 20u; one < 50; one++)
        {
            Line(9000, Packets.Voice(one, 100 * one, PacketFlags.Backfill, mark: 2));
        }

        // Once more what had arrived after all.
        Line(9000, Packets.Voice(19, 1900, PacketFlags.Backfill, mark: 9));
        var recording = await MuxAsync();
        var marks = WebmOfTest.Read(folder["out/voice.webm"]).Frames.Select(one => one.Frame[1]);
        Assert.Equal([.. Repeat(1, 100), .. Repeat(2, 150), .. Repeat(3, 100)], marks);
        Assert.Empty(recording.Gaps);
    }

    [Fact]
    public async Task Each_run_of_a_page_has_a_clock_of_its_own()
    {
        Speech(0, 30, 1);
        // The page was opened anew: its clock begins at nought, 3 s into the session.
        for (var one = 0u; one < 30; one++)
        {
            Line(3000 + 100 * one + 80, Packets.Voice(one, 100 * one, epoch: 2, mark: 2));
        }

        await MuxAsync();
        var frames = WebmOfTest.Read(folder["out/voice.webm"]).Frames;
        Assert.Equal([.. Repeat(1, 150), .. Repeat(2, 150)], frames.Select(one => one.Frame[1]));
    }

    [Fact]
    public async Task A_cut_leaves_no_frame_and_a_marked_gap()
    {
        Speech(0, 100, 1);
        Film(0, 100);
        var recording = await MuxAsync(new SessionSpan(3000, 5000));

        var voice = WebmOfTest.Read(folder["out/voice.webm"]);
        Assert.Equal(10_000, Math.Round(voice.DurationMs));
        Assert.All(
            voice.Frames.Where(one => one.TimeMs is >= 3000 and < 5000),
            one => Assert.Equal(0xFF, one.Frame[1])
        );
        Assert.Equal(400, voice.Frames.Count(one => one.Frame[1] == 1));
        var camera = WebmOfTest.Read(folder["out/camera.webm"]).Frames;
        Assert.DoesNotContain(camera, one => one.TimeMs is >= 3000 and < 5000);
        Assert.True(camera.First(one => one.TimeMs >= 5000).IsKey);
        Assert.Equal([new MediaGap(new(3000, 5000), GapCause.Cut)], recording.Gaps);
    }

    [Fact]
    public async Task A_picture_that_is_cut_whole_leaves_no_file_of_before()
    {
        Speech(0, 100, 1);
        Film(20, 40);
        await MuxAsync();
        Assert.True(File.Exists(folder["out/camera.webm"]));
        var recording = await MuxAsync(new SessionSpan(1000, 5000));

        Assert.False(File.Exists(folder["out/camera.webm"]));
        Assert.Equal([MediaTrack.Voice], recording.Tracks.Select(one => one.Track));
    }

    [Fact]
    public Task No_frame_of_any_cut_is_left_and_the_rest_is_all_there() =>
        Gen.Select(Gen.Int[0, 9000], Gen.Int[1, 4000])
            .Array[0, 4]
            .SampleAsync(
                async spans =>
                {
                    using var own = new MuxerTests();
                    own.Speech(0, 100, 1);
                    var cuts = spans
                        .Select(one => new SessionSpan(one.Item1, one.Item1 + one.Item2))
                        .ToArray();
                    await own.MuxAsync(cuts);
                    if (!File.Exists(own.folder["out/voice.webm"]))
                    {
                        return;
                    }

                    var spoken = WebmOfTest
                        .Read(own.folder["out/voice.webm"])
                        .Frames.Where(one => one.Frame[1] == 1)
                        .Select(one => one.TimeMs);
                    Assert.Equal(
                        Enumerable
                            .Range(0, 500)
                            .Select(one => 20L * one)
                            .Where(at => !cuts.Any(new SessionSpan(at, at + 20).Meets)),
                        spoken
                    );
                },
                iter: 30,
                threads: 1
            );

    [Fact]
    public async Task What_is_cut_goes_out_of_the_log_too_and_nothing_else_moves()
    {
        Speech(0, 100, 1);
        Film(0, 100);
        var cut = new SessionSpan(3000, 5010);
        await MuxAsync(cut);
        var before = WebmOfTest.Read(folder["out/voice.webm"]);
        var log = folder["one.frames"];
        Assert.False(await CutLog.RewriteAsync(log, Start, [cut]));
        using (var open = FrameLog.Open(log))
        {
            open.End(Start.ToUnixTimeMilliseconds() + 11_000);
            await open.FlushAsync();
        }

        Assert.True(await CutLog.RewriteAsync(log, Start, [cut]));
        Muxer.Write(log, Start, [cut], folder["out"]);
        var after = WebmOfTest.Read(folder["out/voice.webm"]);
        Assert.Equal(
            before.Frames.Select(one => (one.TimeMs, Convert.ToHexString(one.Frame))),
            after.Frames.Select(one => (one.TimeMs, Convert.ToHexString(one.Frame)))
        );
        // Without the list of cuts too.
        Muxer.Write(log, Start, [], folder["out"]);
        Assert.DoesNotContain(
            WebmOfTest.Read(folder["out/voice.webm"]).Frames,
            one => one.TimeMs is >= 3000 and < 5000 && one.Frame[1] == 1
        );
        Assert.DoesNotContain(
            WebmOfTest.Read(folder["out/camera.webm"]).Frames,
            one => one.TimeMs is >= 3000 and < 5010
        );
        Assert.IsType<FrameRecord.Ended>(FrameLog.Read(log).Last());
    }

    [Fact]
    public async Task Two_hours_of_voice_and_camera_take_seconds()
    {
        using (var log = FrameLog.Open(folder["one.frames"]))
        {
            for (var minute = 0u; minute < 120; minute++)
            {
                Speech(600 * minute, 600 * (minute + 1), 1);
                Film(600 * minute, 600 * (minute + 1));
                Append(log);
                await log.FlushAsync();
            }
        }

        var watch = Stopwatch.StartNew();
        var recording = Muxer.Write(folder["one.frames"], Start, [], folder["out"]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed}");
        Assert.Equal(7_200_000, Math.Round(recording.Tracks[0].DurationMs));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Nothing_recorded_makes_no_file() =>
        Assert.Empty(Muxer.Write(folder["none.frames"], Start, [], folder["out"]).Tracks);

    [Fact]
    public async Task Pictures_go_on_with_a_key_frame_after_anything_is_missing()
    {
        Film(0, 30);
        lines.RemoveAt(14);
        await MuxAsync();
        var camera = WebmOfTest.Read(folder["out/camera.webm"]).Frames;
        Assert.Equal(
            [.. Enumerable.Range(0, 14), .. Enumerable.Range(20, 10)],
            camera.Select(one => (int)one.TimeMs / 100)
        );
    }

    [Fact]
    public async Task A_growing_log_is_muxed_as_far_as_it_goes()
    {
        using var log = FrameLog.Open(folder["one.frames"]);
        Speech(0, 50, 1);
        Append(log);
        await log.FlushAsync();
        Muxer.Write(folder["one.frames"], Start, [], folder["out"]);
        Assert.Equal(5000, Math.Round(WebmOfTest.Read(folder["out/voice.webm"]).DurationMs));

        Speech(50, 80, 1);
        Append(log);
        await log.FlushAsync();
        Muxer.Write(folder["one.frames"], Start, [], folder["out"]);
        Assert.Equal(8000, Math.Round(WebmOfTest.Read(folder["out/voice.webm"]).DurationMs));
        Assert.Empty(Directory.GetFiles(folder["out"], "*.part"));
    }

    [Fact]
    public async Task An_independent_program_reads_the_files()
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/ffprobe"),
            "ffprobe is not installed; Chromium plays the same files in Lms.Browser.Tests."
        );
        Speech(0, 100, 1);
        await MuxAsync();
        using var probe = Process.Start(
            new ProcessStartInfo("/usr/bin/ffprobe")
            {
                ArgumentList =
                {
                    "-v",
                    "error",
                    "-show_entries",
                    "format=duration",
                    folder["out/voice.webm"],
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        Assert.Contains("duration=10.0", await probe.StandardOutput.ReadToEndAsync());
        Assert.Equal("", await probe.StandardError.ReadToEndAsync());
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<byte> Repeat(byte mark, int times) => Enumerable.Repeat(mark, times);

    private void Line(double receivedMs, byte[] packet) =>
        lines.Add((Start.ToUnixTimeMilliseconds() + (long)receivedMs, packet));

    // A packet arrives when its last frame begins, as quick as can be.
    private void Speech(uint from, uint to, byte mark)
    {
        for (var one = from; one < to; one++)
        {
            Line(100 * one + 80, Packets.Voice(one, 100 * one, mark: mark));
        }
    }

    // Ten pictures in a second, each tenth a key.
    private void Film(uint from, uint to)
    {
        for (var one = from; one < to; one++)
        {
            Line(100 * one, Packets.Picture1(one, 100 * one, one % 10 == 0));
        }
    }

    private void Append(FrameLog log)
    {
        foreach (var (receivedMs, packet) in lines)
        {
            log.Append(receivedMs, packet);
        }

        lines.Clear();
    }

    private async Task<Recording> MuxAsync(params SessionSpan[] cuts)
    {
        using (var log = FrameLog.Open(folder["one.frames"]))
        {
            Append(log);
            await log.FlushAsync();
        }

        return Muxer.Write(folder["one.frames"], Start, cuts, folder["out"]);
    }
}
