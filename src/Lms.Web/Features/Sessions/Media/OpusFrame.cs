namespace Lms.Web.Features.Sessions.Media;

/// <summary>What the first byte of an Opus packet tells (RFC 6716, 3.1).</summary>
internal static class OpusFrame
{
    /// <summary>Twenty milliseconds of silence, mono.</summary>
    public static readonly byte[] Silence = [0xF8, 0xFF, 0xFE];

    public const double SilenceMs = 20;

    /// <summary>Milliseconds that an Opus packet lasts; 0 when it says nothing sensible.</summary>
    public static double DurationMs(ReadOnlySpan<byte> packet)
    {
        if (packet.Length == 0)
        {
            return 0;
        }

        var kind = packet[0] >> 3;
        var one = kind switch
        {
            < 12 => new[] { 10d, 20, 40, 60 }[kind % 4],
            < 16 => new[] { 10d, 20 }[kind % 2],
            _ => new[] { 2.5, 5, 10, 20 }[kind % 4],
        };
        var count = (packet[0] & 3) switch
        {
            0 => 1,
            1 or 2 => 2,
            _ => packet.Length > 1 ? packet[1] & 63 : 0,
        };
        var whole = one * count;
        return whole <= 120 ? whole : 0;
    }
}
