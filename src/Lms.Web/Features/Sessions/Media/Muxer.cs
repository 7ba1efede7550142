using Microsoft.Win32.SafeHandles;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// Makes seekable files of a frames log, which may still be growing: one for each track, all on the
/// session's own time line. What is cut or was never heard is silence there, so that a moment of the
/// session is the same moment in every file.
/// </summary>
public static class Muxer
{
    /// <summary>Shorter silences are speech.</summary>
    private const double LeastGapMs = 1000;

    private const double OverlapMs = 10;

    /// <param name="startedAt">Nought of the session's clock.</param>
    /// <param name="cuts">Stretches that were cut out; no frame that meets one gets into a file.</param>
    public static Recording Write(
        string logPath,
        DateTimeOffset startedAt,
        IReadOnlyList<SessionSpan> cuts,
        string folder
    )
    {
        if (!File.Exists(logPath))
        {
            // Nobody ever switched recording on.
            return new([], []);
        }

        Directory.CreateDirectory(folder);
        var index = FrameIndex.Of(logPath);
        using var log = FrameLogReader.Open(logPath);
        var source = new Source(index, log, startedAt.ToUnixTimeMilliseconds(), cuts);
        var gaps = new List<MediaGap>();
        RecordedTrack?[] tracks =
        [
            Voice(source, MediaTrack.Voice, folder, gaps),
            Pictures(source, MediaTrack.Camera, folder),
            Pictures(source, MediaTrack.Screen, folder),
            Voice(source, MediaTrack.Floor, folder, []),
        ];
        return new([.. tracks.OfType<RecordedTrack>()], gaps);
    }

    public static string NameOf(MediaTrack track) =>
        track switch
        {
            MediaTrack.Voice => "voice.webm",
            MediaTrack.Camera => "camera.webm",
            MediaTrack.Screen => "screen.webm",
            MediaTrack.Floor => "floor.webm",
        };

    private static RecordedTrack? Voice(
        Source source,
        MediaTrack track,
        string folder,
        List<MediaGap> gaps
    )
    {
        // Late voice stands at the end of the log and belongs where it was spoken.
        var frames = source
            .Frames(track)
            .Where(one => one.Frame.DurationMs > 0 && !one.IsOut)
            .OrderBy(one => one.TimeMs)
            .ToList();
        return Make(
            track,
            folder,
            frames.Count > 0 ? WebmFile.Voice : null,
            file =>
            {
                var heard = 0d;
                foreach (var (frame, timeMs, _) in frames)
                {
                    if (timeMs < heard - OverlapMs)
                    {
                        continue;
                    }

                    gaps.AddRange(source.GapsOf(new(heard, timeMs), LeastGapMs));
                    for (; heard + OpusFrame.SilenceMs <= timeMs; heard += OpusFrame.SilenceMs)
                    {
                        file.Add((long)heard, true, OpusFrame.Silence);
                    }

                    var at = Math.Max(timeMs, heard);
                    file.Add((long)at, true, source.Bytes(frame));
                    heard = at + frame.DurationMs;
                }

                return heard;
            }
        );
    }

    private static RecordedTrack? Pictures(Source source, MediaTrack track, string folder)
    {
        var frames = Decodable(source.Frames(track)).OrderBy(one => one.TimeMs).ToList();
        if (frames.Count == 0)
        {
            return Make(track, folder, create: null, _ => 0);
        }

        var (width, height) = Vp8Frame.Size(source.Bytes(frames[0].Frame));
        return Make(
            track,
            folder,
            path => WebmFile.Pictures(path, width, height),
            file =>
            {
                var shown = 0L;
                foreach (var (frame, timeMs, _) in frames)
                {
                    shown = Math.Max(shown, (long)timeMs);
                    file.Add(shown, frame.IsKey, source.Bytes(frame));
                }

                return shown;
            }
        );
    }

    // After anything is missing, a picture begins with a key frame.
    private static IEnumerable<TimedFrame> Decodable(IEnumerable<TimedFrame> frames)
    {
        var isWhole = false;
        foreach (var one in frames)
        {
            isWhole = !one.IsOut && (one.Frame.IsKey || (isWhole && !one.Frame.FollowsGap));
            if (isWhole)
            {
                yield return one;
            }
        }
    }

    private static RecordedTrack? Make(
        MediaTrack track,
        string folder,
        Func<string, WebmFile>? create,
        Func<WebmFile, double> fill
    )
    {
        var path = Path.Combine(folder, NameOf(track));
        if (create is null)
        {
            File.Delete(path);
            return null;
        }

        // What begins with a dot is in no backup.
        var half = Path.Combine(folder, $".{NameOf(track)}.part");
        double durationMs;
        using (var file = create(half))
        {
            durationMs = fill(file);
            file.Finish(durationMs);
        }

        // Whoever plays the old one goes on with it.
        File.Move(half, path, overwrite: true);
        return new(track, path, durationMs);
    }

    private readonly record struct TimedFrame(IndexedFrame Frame, double TimeMs, bool IsOut);

    private sealed class Source(
        FrameIndex index,
        SafeFileHandle log,
        long startedMs,
        IReadOnlyList<SessionSpan> cuts
    )
    {
        public IEnumerable<TimedFrame> Frames(MediaTrack track) =>
            index
                .Frames(track)
                .Select(frame =>
                {
                    var timeMs = index.ServerMs(frame) - startedMs;
                    var span = new SessionSpan(timeMs, timeMs + Math.Max(frame.DurationMs, 1));
                    return new TimedFrame(frame, timeMs, timeMs < 0 || cuts.Any(span.Meets));
                });

        public byte[] Bytes(IndexedFrame frame)
        {
            var bytes = new byte[frame.Length];
            RandomAccess.Read(log, bytes, frame.At);
            return bytes;
        }

        public IEnumerable<MediaGap> GapsOf(SessionSpan silence, double leastMs)
        {
            if (silence.ToMs - silence.FromMs >= leastMs || cuts.Any(silence.Meets))
            {
                var cause = cuts.Any(silence.Meets) ? GapCause.Cut : GapCause.NoSound;
                yield return new(silence, cause);
            }
        }
    }
}
