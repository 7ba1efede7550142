using System.Buffers.Binary;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>Reads the wire within its limits. Frames point into the message and copy nothing.</summary>
internal static class MediaPacketReader
{
    private const PacketFlags Known =
        PacketFlags.Key | PacketFlags.Config | PacketFlags.Discontinuity | PacketFlags.Backfill;

    public static PacketReading Read(ReadOnlyMemory<byte> wire)
    {
        var bytes = wire.Span;
        if (bytes.Length > MediaPacket.MaxBytes)
        {
            return Broken(PacketFault.TooLarge);
        }

        if (bytes.Length < MediaPacket.HeaderBytes)
        {
            return Broken(PacketFault.TooShort);
        }

        var track = (MediaTrack)bytes[0];
        if (!Enum.IsDefined(track))
        {
            return Broken(PacketFault.UnknownTrack);
        }

        var flags = (PacketFlags)bytes[1];
        if ((flags & ~Known) != PacketFlags.None)
        {
            return Broken(PacketFault.UnknownFlags);
        }

        var head = new MediaPacket(
            track,
            flags,
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
            BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]),
            [],
            null
        );
        var body = wire[MediaPacket.HeaderBytes..];
        return !IsTime(head.TimeUs) ? Broken(PacketFault.WrongTime)
            : flags.HasFlag(PacketFlags.Config) ? Config(head, body)
            : Frames(head, body);
    }

    private static PacketReading Config(MediaPacket head, ReadOnlyMemory<byte> body) =>
        TrackConfig.Read(body.Span, head.IsVoice) is { } config
            ? new PacketReading.Whole(head with { Config = config })
            : Broken(PacketFault.WrongConfig);

    private static PacketReading Frames(MediaPacket head, ReadOnlyMemory<byte> body)
    {
        var frames = new List<MediaFrame>();
        while (body.Length > 0)
        {
            if (frames.Count == MediaPacket.MaxFrames)
            {
                return Broken(PacketFault.TooManyFrames);
            }

            var span = body.Span;
            if (span.Length < MediaPacket.FrameHeaderBytes)
            {
                return Broken(PacketFault.BrokenFrame);
            }

            var time = BinaryPrimitives.ReadDoubleLittleEndian(span);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(span[9..]);
            if (span[8] > 1 || length == 0 || length > span.Length - MediaPacket.FrameHeaderBytes)
            {
                return Broken(PacketFault.BrokenFrame);
            }

            // Order inside a packet is the order of time: what sorts the recording relies on it.
            if (!IsTime(time) || (frames.Count > 0 && time < frames[^1].TimeUs))
            {
                return Broken(PacketFault.WrongTime);
            }

            var end = MediaPacket.FrameHeaderBytes + (int)length;
            frames.Add(new(time, span[8] == 1, body[MediaPacket.FrameHeaderBytes..end]));
            body = body[end..];
        }

        return frames.Count == 0
            ? Broken(PacketFault.NoFrames)
            : new PacketReading.Whole(head with { Frames = frames });
    }

    private static bool IsTime(double time) => time is >= 0 and <= MediaPacket.MaxTimeUs;

    private static PacketReading.Malformed Broken(PacketFault fault) => new(fault);
}
