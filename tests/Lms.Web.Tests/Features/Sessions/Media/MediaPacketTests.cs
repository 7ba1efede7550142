using CsCheck;
using Lms.Web.Features.Sessions.Media;

namespace Lms.Web.Tests.Features.Sessions.Media;

public sealed class MediaPacketTests
{
    private static readonly Gen<MediaFrame[]> Frames = Gen.Select(
            Gen.Double[0, 1e9],
            Gen.Bool,
            Gen.Byte.Array[1, 200]
        )
        .Select((at, isKey, bytes) => new MediaFrame(at, isKey, bytes))
        .Array[1, 12]
        .Select(frames => frames.OrderBy(frame => frame.TimeUs).ToArray());

    [Fact]
    public void What_is_written_is_read() =>
        Gen.Select(
                Gen.Enum<MediaTrack>(),
                Gen.Int[0, 2]
                    .Select(one =>
                        new[] { PacketFlags.None, PacketFlags.Key, PacketFlags.Backfill }[one]
                    ),
                Gen.UShort,
                Gen.UInt,
                Frames
            )
            .Sample(
                (track, flags, epoch, sequence, frames) =>
                {
                    var packet = new MediaPacket(track, flags, epoch, sequence, 5, frames, null);
                    return MediaPacket.Read(packet.Write()) is PacketReading.Whole(var read)
                        && read with { Frames = [] } == packet with { Frames = [] }
                        && read.Frames.Select(Plain).SequenceEqual(frames.Select(Plain));
                }
            );

    [Fact]
    public void A_configuration_is_read()
    {
        var voice = Assert.IsType<PacketReading.Whole>(
            MediaPacket.Read(Packets.Config(MediaTrack.Voice))
        );
        Assert.Equal(Packets.Sound, voice.Packet.Config);
        var camera = Assert.IsType<PacketReading.Whole>(
            MediaPacket.Read(Packets.Config(MediaTrack.Camera))
        );
        Assert.Equal(Packets.Picture, camera.Packet.Config);
    }

    [Fact]
    public void Random_bytes_are_an_answer_and_never_an_exception() =>
        Gen.Byte.Array[0, 400].Sample(bytes => MediaPacket.Read(bytes) is not null, iter: 20_000);

    [Fact]
    public void A_packet_with_some_bytes_changed_or_cut_off_is_an_answer() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 500], Gen.Byte, Gen.Int[0, 500])
            .Sample(
                (which, at, value, length) =>
                {
                    var wire = which switch
                    {
                        0 => Packets.Config(MediaTrack.Screen),
                        1 => Packets.Picture1(3, 40, isKey: true, bytes: 300),
                        _ => Packets.Voice(1, 20),
                    };
                    wire[at % wire.Length] = value;
                    return MediaPacket.Read(wire) is not null
                        && MediaPacket.Read(wire.AsMemory(0, Math.Min(length, wire.Length)))
                            is not null;
                },
                iter: 20_000
            );

    [Fact]
    public void Each_fault_has_its_name()
    {
        Assert.Equal(PacketFault.TooLarge, FaultOf(new byte[MediaPacket.MaxBytes + 1]));
        Assert.Equal(PacketFault.TooShort, FaultOf(new byte[15]));
        Assert.Equal(PacketFault.UnknownTrack, FaultOf(Changed(wire => wire[0] = 9)));
        Assert.Equal(PacketFault.UnknownTrack, FaultOf(Changed(wire => wire[0] = 0)));
        Assert.Equal(PacketFault.UnknownFlags, FaultOf(Changed(wire => wire[1] = 64)));
        Assert.Equal(PacketFault.WrongTime, FaultOf(Changed(wire => wire[15] = 0xFF)));
        Assert.Equal(PacketFault.BrokenFrame, FaultOf(Changed(wire => wire[16 + 12] = 0x7F)));
        Assert.Equal(PacketFault.BrokenFrame, FaultOf(Packets.Voice(1, 0)[..^1]));
        Assert.Equal(PacketFault.NoFrames, FaultOf(Packets.Voice(1, 0)[..16]));
        Assert.Equal(
            PacketFault.WrongConfig,
            FaultOf(Packets.Config(MediaTrack.Voice, config: Packets.Picture))
        );
        Assert.Equal(
            PacketFault.WrongConfig,
            FaultOf(Packets.Config(MediaTrack.Voice, config: Packets.Sound with { Codec = "mp3" }))
        );
        var many = new MediaPacket(
            MediaTrack.Voice,
            PacketFlags.None,
            1,
            1,
            0,
            [.. Enumerable.Repeat(new MediaFrame(0, true, new byte[] { 1 }), 101)],
            null
        );
        Assert.Equal(PacketFault.TooManyFrames, FaultOf(many.Write()));
    }

    private static (double, bool, string) Plain(MediaFrame frame) =>
        (frame.TimeUs, frame.IsKey, Convert.ToHexString(frame.Bytes.Span));

    private static byte[] Changed(Action<byte[]> change)
    {
        var wire = Packets.Voice(1, 0);
        change(wire);
        return wire;
    }

    private static PacketFault FaultOf(byte[] wire) =>
        Assert.IsType<PacketReading.Malformed>(MediaPacket.Read(wire)).Fault;
}
