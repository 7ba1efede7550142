namespace Lms.Web.Features.Sessions.Media;

/// <summary>One line of a frames log, with the server's time of receipt in Unix milliseconds.</summary>
public abstract record FrameRecord(long ReceivedMs)
{
    /// <summary>What was broadcast, or sent in later.</summary>
    /// <param name="At">Where the bytes of the packet begin in the file.</param>
    public sealed record Frames(long ReceivedMs, MediaPacket Packet, long At)
        : FrameRecord(ReceivedMs);

    /// <summary>Recording was switched; nothing is written while it is off.</summary>
    public sealed record Switched(long ReceivedMs, bool IsOn) : FrameRecord(ReceivedMs);

    /// <summary>The last line: nothing may follow.</summary>
    public sealed record Ended(long ReceivedMs) : FrameRecord(ReceivedMs);
}
