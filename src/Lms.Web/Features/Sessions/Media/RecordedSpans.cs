namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// When recording was on, and how each media clock stands to the server's: voice that arrives late is
/// recorded only if it was spoken while recording was on, and a floor's only if whoever had it said yes.
/// </summary>
internal sealed class RecordedSpans
{
    // A good line takes no longer.
    private const double OnTheWayMs = 500;

    private readonly GrowingSpans all = new();
    private readonly GrowingSpans floor = new();
    private readonly Dictionary<ushort, double> offsets = [];

    public bool IsOn => all.IsOn;

    /// <summary>The greatest epoch that was seen.</summary>
    public ushort LastEpoch { get; private set; }

    public void Switch(long atMs, bool isOn, bool floorToo = false)
    {
        all.Switch(atMs, isOn);
        floor.Switch(atMs, isOn && floorToo);
    }

    public void See(MediaPacket packet, long receivedMs)
    {
        LastEpoch = Math.Max(LastEpoch, packet.Epoch);
        if (ClockOffset.Of(packet, receivedMs) is { } offset)
        {
            offsets[packet.Epoch] = Math.Min(
                offset,
                offsets.GetValueOrDefault(packet.Epoch, double.MaxValue)
            );
        }
    }

    /// <summary>
    /// Whether a packet that just came belongs to what is recorded: what waited in a slow line since
    /// before it began does not.
    /// </summary>
    public bool Has(MediaPacket packet) =>
        Of(packet.Track).Since is { } since
        && (TimeOf(packet, ^1) is not { } spokenMs || spokenMs >= since - OnTheWayMs);

    /// <summary>Whether all of a late packet was spoken while its track was recorded.</summary>
    public bool Covers(MediaPacket packet) =>
        TimeOf(packet, 0) is { } from
        && TimeOf(packet, ^1) is { } to
        && Of(packet.Track).Cover(from, to);

    private GrowingSpans Of(MediaTrack track) => track == MediaTrack.Floor ? floor : all;

    private double? TimeOf(MediaPacket packet, Index frame) =>
        packet.Frames.Count > 0 && offsets.TryGetValue(packet.Epoch, out var offset)
            ? (packet.Frames[frame].TimeUs / 1000) + offset
            : null;
}

/// <summary>Stretches of time of which the last may still go on.</summary>
internal sealed class GrowingSpans
{
    private readonly List<(long From, long? To)> spans = [];

    /// <summary>When the last began; null when it is over.</summary>
    public long? Since => spans is [.., (var from, null)] ? from : null;

    public bool IsOn => Since is not null;

    public void Switch(long atMs, bool isOn)
    {
        if (isOn == IsOn)
        {
            return;
        }

        if (isOn)
        {
            spans.Add((atMs, null));
        }
        else
        {
            spans[^1] = (spans[^1].From, atMs);
        }
    }

    public bool Cover(double from, double to) =>
        spans.Any(span => span.From <= from && to <= (span.To ?? long.MaxValue));
}

/// <summary>What a media clock lacks to the server's, in milliseconds.</summary>
internal static class ClockOffset
{
    /// <summary>
    /// The delay of the network only adds, so the least of an epoch is the truest. Null for what says
    /// nothing of the delay: late packets and configurations.
    /// </summary>
    public static double? Of(MediaPacket packet, long receivedMs) =>
        packet.IsBackfill || packet.Frames.Count == 0
            ? null
            : receivedMs - packet.Frames[^1].TimeUs / 1000;
}
