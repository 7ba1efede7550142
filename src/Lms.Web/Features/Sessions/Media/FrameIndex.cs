namespace Lms.Web.Features.Sessions.Media;

/// <summary>Where a frame stands in the log, and when it belongs.</summary>
/// <param name="FollowsGap">Frames are missing before it.</param>
internal readonly record struct IndexedFrame(
    MediaTrack Track,
    ushort Epoch,
    double ClockMs,
    bool IsKey,
    bool FollowsGap,
    double DurationMs,
    long At,
    int Length
);

/// <summary>All frames of a log, read once, and the offset of each media clock.</summary>
internal sealed class FrameIndex
{
    private readonly List<IndexedFrame> frames = [];
    private readonly Dictionary<ushort, double> offsets = [];
    private readonly Dictionary<MediaTrack, (ushort Epoch, uint Sequence)> last = [];

    public static FrameIndex Of(string logPath)
    {
        var index = new FrameIndex();
        foreach (var record in FrameLog.Read(logPath))
        {
            if (record is FrameRecord.Frames(var receivedMs, var packet, var at))
            {
                index.Add(packet, receivedMs, at);
            }

            index.IsEnded |= record is FrameRecord.Ended;
        }

        return index;
    }

    public bool IsEnded { get; private set; }

    /// <summary>What a media clock lacks to the server's, in milliseconds; null when nothing tells.</summary>
    public double? OffsetOf(ushort epoch) =>
        offsets.TryGetValue(epoch, out var offset) ? offset : null;

    public IEnumerable<IndexedFrame> Frames(MediaTrack track) =>
        frames.Where(frame => frame.Track == track && offsets.ContainsKey(frame.Epoch));

    /// <summary>The server's time of a frame, in Unix milliseconds.</summary>
    public double ServerMs(IndexedFrame frame) => frame.ClockMs + offsets[frame.Epoch];

    private void Add(MediaPacket packet, long receivedMs, long at)
    {
        if (ClockOffset.Of(packet, receivedMs) is { } offset)
        {
            offsets[packet.Epoch] = Math.Min(
                offset,
                offsets.GetValueOrDefault(packet.Epoch, double.MaxValue)
            );
        }

        if (packet.Frames.Count == 0)
        {
            return;
        }

        var followsGap =
            !last.TryGetValue(packet.Track, out var before)
            || before != (packet.Epoch, packet.Sequence - 1)
            || packet.Flags.HasFlag(PacketFlags.Discontinuity);
        last[packet.Track] = (packet.Epoch, packet.Sequence);
        at += MediaPacket.HeaderBytes;
        foreach (var frame in packet.Frames)
        {
            at += MediaPacket.FrameHeaderBytes;
            frames.Add(
                new(
                    packet.Track,
                    packet.Epoch,
                    frame.TimeUs / 1000,
                    frame.IsKey,
                    followsGap,
                    packet.IsVoice ? OpusFrame.DurationMs(frame.Bytes.Span) : 0,
                    at,
                    frame.Bytes.Length
                )
            );
            at += frame.Bytes.Length;
            followsGap = false;
        }
    }
}
