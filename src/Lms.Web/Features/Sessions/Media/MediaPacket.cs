using System.Buffers.Binary;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>What a packet carries. Numbers are the wire's and are never changed.</summary>
public enum MediaTrack : byte
{
    Voice = 1,
    Camera = 2,
    Screen = 3,

    /// <summary>The voice of a participant who was given the floor.</summary>
    Floor = 4,
}

/// <summary>Bits of the wire.</summary>
[Flags]
public enum PacketFlags : byte
{
    None = 0,
    Key = 1,

    /// <summary>The body is JSON that says how to decode what follows.</summary>
    Config = 2,

    /// <summary>The sender could not keep up, and frames are missing before this one.</summary>
    Discontinuity = 4,

    /// <summary>Kept on the device during a lost connection: recorded, not broadcast.</summary>
    Backfill = 8,
}

/// <summary>One encoded frame; the time is the publisher's media clock, in microseconds.</summary>
public readonly record struct MediaFrame(double TimeUs, bool IsKey, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// One message of the media wire, little endian: <c>[track u8][flags u8][epoch u16][seq u32][ts f64]</c>
/// and then frames <c>[ts f64][key u8][len u32][bytes]</c>, or the JSON of a configuration. An epoch is
/// one run of one media clock: the page's own number on the way in, the room's after that.
/// </summary>
public sealed record MediaPacket(
    MediaTrack Track,
    PacketFlags Flags,
    ushort Epoch,
    uint Sequence,
    double TimeUs,
    IReadOnlyList<MediaFrame> Frames,
    TrackConfig? Config
)
{
    /// <summary>Bytes of a whole packet at most.</summary>
    public const int MaxBytes = 96 * 1024;

    /// <summary>Frames of a packet at most: two seconds of voice.</summary>
    public const int MaxFrames = 100;

    public const int HeaderBytes = 16;
    public const int FrameHeaderBytes = 13;

    /// <summary>A week, in microseconds: no media clock runs longer.</summary>
    internal const double MaxTimeUs = 7d * 24 * 3600 * 1e6;

    public bool IsVoice => Track is MediaTrack.Voice or MediaTrack.Floor;

    public bool IsBackfill => Flags.HasFlag(PacketFlags.Backfill);

    /// <summary>Reads what came from outside: a broken packet is an answer, never an exception.</summary>
    public static PacketReading Read(ReadOnlyMemory<byte> wire) => MediaPacketReader.Read(wire);

    public byte[] Write()
    {
        var body = Config is { } config
            ? config.Write()
            : new byte[Frames.Sum(frame => FrameHeaderBytes + frame.Bytes.Length)];
        var wire = new byte[HeaderBytes + body.Length];
        wire[0] = (byte)Track;
        wire[1] = (byte)Flags;
        BinaryPrimitives.WriteUInt16LittleEndian(wire.AsSpan(2), Epoch);
        BinaryPrimitives.WriteUInt32LittleEndian(wire.AsSpan(4), Sequence);
        BinaryPrimitives.WriteDoubleLittleEndian(wire.AsSpan(8), TimeUs);
        body.CopyTo(wire, HeaderBytes);
        if (Config is null)
        {
            WriteFrames(wire.AsSpan(HeaderBytes));
        }

        return wire;
    }

    /// <summary>Puts another epoch into a packet as it is on the wire.</summary>
    public static void Stamp(byte[] wire, ushort epoch) =>
        BinaryPrimitives.WriteUInt16LittleEndian(wire.AsSpan(2), epoch);

    private void WriteFrames(Span<byte> rest)
    {
        foreach (var frame in Frames)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(rest, frame.TimeUs);
            rest[8] = frame.IsKey ? (byte)1 : (byte)0;
            BinaryPrimitives.WriteInt32LittleEndian(rest[9..], frame.Bytes.Length);
            frame.Bytes.Span.CopyTo(rest[FrameHeaderBytes..]);
            rest = rest[(FrameHeaderBytes + frame.Bytes.Length)..];
        }
    }
}
