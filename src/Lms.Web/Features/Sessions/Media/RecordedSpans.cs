namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// When recording was on, and how each media clock stands to the server's: voice that arrives late is
/// recorded only if it was spoken while recording was on.
/// </summary>
internal sealed class RecordedSpans
{
    private readonly List<(long From, long? To)> spans = [];
    private readonly Dictionary<ushort, double> offsets = [];

    public bool IsOn => spans is [.., (_, null)];

    /// <summary>The greatest epoch that was seen.</summary>
    public ushort LastEpoch { get; private set; }

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

    /// <summary>Whether all of a late packet was spoken while recording was on.</summary>
    public bool Covers(MediaPacket packet)
    {
        if (packet.Frames.Count == 0 || !offsets.TryGetValue(packet.Epoch, out var offset))
        {
            return false;
        }

        var from = packet.Frames[0].TimeUs / 1000 + offset;
        var to = packet.Frames[^1].TimeUs / 1000 + offset;
        return spans.Any(span => span.From <= from && to <= (span.To ?? long.MaxValue));
    }
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
