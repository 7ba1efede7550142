using System.Buffers.Binary;
using Lms.Web.Features.Sessions.Media;

namespace Lms.Web.Tests.Features.Sessions.Media;

/// <summary>Packets as a publisher's page makes them.</summary>
internal static class Packets
{
    public static readonly TrackConfig Sound = new(TrackConfig.Audio, "opus", Rate: 48_000);
    public static readonly TrackConfig Picture = new(
        TrackConfig.Video,
        "vp8",
        Width: 640,
        Height: 360
    );

    public static byte[] Config(MediaTrack track, ushort epoch = 1, TrackConfig? config = null) =>
        new MediaPacket(
            track,
            PacketFlags.Config,
            epoch,
            0,
            0,
            [],
            config ?? (track is MediaTrack.Voice or MediaTrack.Floor ? Sound : Picture)
        ).Write();

    /// <summary>Five frames of twenty milliseconds, marked with <paramref name="mark"/>.</summary>
    public static byte[] Voice(
        uint sequence,
        double atMs,
        PacketFlags flags = PacketFlags.None,
        MediaTrack track = MediaTrack.Voice,
        ushort epoch = 1,
        byte mark = 7,
        int bytes = 70
    ) =>
        new MediaPacket(
            track,
            flags,
            epoch,
            sequence,
            atMs * 1000,
            [
                .. Enumerable
                    .Range(0, 5)
                    .Select(one => new MediaFrame(
                        (atMs + 20 * one) * 1000,
                        true,
                        Frame(mark, bytes)
                    )),
            ],
            null
        ).Write();

    public static byte[] Picture1(
        uint sequence,
        double atMs,
        bool isKey,
        int bytes = 1000,
        MediaTrack track = MediaTrack.Camera,
        ushort epoch = 1
    ) =>
        new MediaPacket(
            track,
            isKey ? PacketFlags.Key : PacketFlags.None,
            epoch,
            sequence,
            atMs * 1000,
            [new MediaFrame(atMs * 1000, isKey, Vp8(isKey, bytes))],
            null
        ).Write();

    /// <summary>The packets of one message to a viewer.</summary>
    public static List<MediaPacket> Of(byte[] message)
    {
        var packets = new List<MediaPacket>();
        for (var at = 0; at < message.Length; )
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(message.AsSpan(at));
            at += sizeof(uint);
            var whole = Assert.IsType<PacketReading.Whole>(
                MediaPacket.Read(message.AsMemory(at, length))
            );
            packets.Add(whole.Packet);
            at += length;
        }

        return packets;
    }

    // CELT, 20 ms, one frame: what the first byte says is all that anyone here reads.
    private static byte[] Frame(byte mark, int bytes) => [0xF8, mark, .. new byte[bytes - 2]];

    private static byte[] Vp8(bool isKey, int bytes)
    {
        var frame = new byte[bytes];
        if (isKey)
        {
            new byte[] { 0x10, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0x68, 0x01 }.CopyTo(frame, 0);
        }

        return frame;
    }
}
