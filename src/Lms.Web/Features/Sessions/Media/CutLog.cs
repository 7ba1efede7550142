namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// Takes cut stretches out of the log itself, so that they are in no later file, download or backup.
/// Voice is replaced by silence, which keeps every other moment where it was; pictures go.
/// </summary>
public static class CutLog
{
    /// <summary>
    /// Writes the log anew without what meets a cut. False when the session goes on: a log that grows
    /// is never written anew.
    /// </summary>
    /// <param name="startedAt">Nought of the session's clock.</param>
    public static async Task<bool> RewriteAsync(
        string logPath,
        DateTimeOffset startedAt,
        IReadOnlyList<SessionSpan> cuts
    )
    {
        var index = FrameIndex.Of(logPath);
        if (!index.IsEnded)
        {
            return false;
        }

        // What begins with a dot is in no backup.
        var half = HalfOf(logPath);
        File.Delete(half);
        using (var log = FrameLog.Open(half))
        {
            var start = startedAt.ToUnixTimeMilliseconds();
            foreach (var record in FrameLog.Read(logPath))
            {
                Copy(record, log, packet => Without(packet, index, start, cuts));
                if (log.Waiting > FlushBytes)
                {
                    await log.FlushAsync();
                }
            }

            await log.FlushAsync();
        }

        File.Move(half, logPath, overwrite: true);
        return true;
    }

    private static string HalfOf(string logPath) =>
        Path.Combine(Path.GetDirectoryName(logPath)!, $".{Path.GetFileName(logPath)}.part");

    private const int FlushBytes = 4 * 1024 * 1024;

    private static void Copy(
        FrameRecord record,
        FrameLog log,
        Func<MediaPacket, MediaPacket?> without
    )
    {
        switch (record)
        {
            case FrameRecord.Frames(var receivedMs, var packet, _):
                if (without(packet) is { } left)
                {
                    log.Append(receivedMs, left.Write());
                }

                break;
            case FrameRecord.Switched(var receivedMs, var isOn):
                log.Switch(receivedMs, isOn);
                break;
            case FrameRecord.Ended(var receivedMs):
                log.End(receivedMs);
                break;
        }
    }

    private static MediaPacket? Without(
        MediaPacket packet,
        FrameIndex index,
        long startedMs,
        IReadOnlyList<SessionSpan> cuts
    )
    {
        if (packet.Config is not null)
        {
            return packet;
        }

        // Late voice of a clock that was never heard live has no place, and no right to stay.
        bool IsCut(MediaFrame frame) =>
            index.OffsetOf(packet.Epoch) is not { } offset
            || cuts.Any(SpanOf(packet, frame, offset - startedMs).Meets);
        var frames = packet.IsVoice
            ? packet.Frames.Select(frame => IsCut(frame) ? Silent(frame) : frame).ToList()
            : [.. packet.Frames.Where(frame => !IsCut(frame))];
        return frames.Count > 0 ? packet with { Frames = frames } : null;
    }

    private static MediaFrame Silent(MediaFrame frame) => frame with { Bytes = OpusFrame.Silence };

    private static SessionSpan SpanOf(MediaPacket packet, MediaFrame frame, double offset)
    {
        var from = frame.TimeUs / 1000 + offset;
        var lastsMs = packet.IsVoice ? OpusFrame.DurationMs(frame.Bytes.Span) : 0;
        return new(from, from + Math.Max(lastsMs, 1));
    }
}
