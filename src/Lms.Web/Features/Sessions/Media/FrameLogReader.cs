using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>Reads a frames log up to the first line that is not whole.</summary>
internal static class FrameLogReader
{
    private const int Chunk = 1024 * 1024;

    public static IEnumerable<FrameRecord> Read(string path)
    {
        using var file = Open(path);
        foreach (var (record, _) in Lines(file))
        {
            yield return record;
        }
    }

    public static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    /// <summary>Each line and where it ends.</summary>
    public static IEnumerable<(FrameRecord Record, long End)> Lines(SafeFileHandle file)
    {
        var buffer = new byte[Chunk];
        var (start, count, at) = (0, 0, 0L);
        while (true)
        {
            var (record, length) = Line(buffer.AsMemory(start, count), at);
            if (record is not null)
            {
                (start, count, at) = (start + length, count - length, at + length);
                yield return (record, at);
                if (record is FrameRecord.Ended)
                {
                    yield break;
                }

                continue;
            }

            if (length == Broken || count == buffer.Length)
            {
                yield break;
            }

            // A fresh buffer, because what was handed out points into the old one.
            var next = new byte[Chunk];
            buffer.AsSpan(start, count).CopyTo(next);
            var read = RandomAccess.Read(file, next.AsSpan(count), at + count);
            if (read == 0)
            {
                yield break;
            }

            (buffer, start, count) = (next, 0, count + read);
        }
    }

    private const int Broken = -1;
    private const int Short = 0;

    private static (FrameRecord? Record, int Length) Line(ReadOnlyMemory<byte> bytes, long at)
    {
        var span = bytes.Span;
        if (span.Length < FrameLog.HeadBytes)
        {
            return (null, Short);
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(span);
        if (length is < MediaPacket.HeaderBytes or > MediaPacket.MaxBytes)
        {
            return (null, Broken);
        }

        var crcAt = FrameLog.HeadBytes + (int)length;
        if (span.Length < crcAt + FrameLog.CrcBytes)
        {
            return (null, Short);
        }

        var crc = BinaryPrimitives.ReadUInt32LittleEndian(span[crcAt..]);
        var record =
            crc == Crc32.HashToUInt32(span[..crcAt])
                ? Record(bytes[FrameLog.HeadBytes..crcAt], ReceivedMs(span), at)
                : null;
        return (record, record is null ? Broken : crcAt + FrameLog.CrcBytes);
    }

    private static long ReceivedMs(ReadOnlySpan<byte> line) =>
        BinaryPrimitives.ReadInt64LittleEndian(line[sizeof(uint)..]);

    private static FrameRecord? Record(ReadOnlyMemory<byte> packet, long receivedMs, long at) =>
        (packet.Span[0], packet.Span[1]) switch
        {
            (FrameLog.NoTrack, FrameLog.SwitchedOn) => new FrameRecord.Switched(receivedMs, true),
            (FrameLog.NoTrack, FrameLog.SwitchedOff) => new FrameRecord.Switched(receivedMs, false),
            (FrameLog.NoTrack, FrameLog.EndOfLog) => new FrameRecord.Ended(receivedMs),
            _ => MediaPacket.Read(packet) is PacketReading.Whole(var whole)
                ? new FrameRecord.Frames(receivedMs, whole, at + FrameLog.HeadBytes)
                : null,
        };
}
