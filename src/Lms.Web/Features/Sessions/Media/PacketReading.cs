namespace Lms.Web.Features.Sessions.Media;

/// <summary>What came of reading a packet.</summary>
public abstract record PacketReading
{
    private PacketReading() { }

    public sealed record Whole(MediaPacket Packet) : PacketReading;

    public sealed record Malformed(PacketFault Fault) : PacketReading;
}

/// <summary>Why a packet was not taken.</summary>
public enum PacketFault
{
    TooLarge,
    TooShort,
    UnknownTrack,
    UnknownFlags,
    WrongTime,
    WrongConfig,
    NoFrames,
    TooManyFrames,
    BrokenFrame,
}
