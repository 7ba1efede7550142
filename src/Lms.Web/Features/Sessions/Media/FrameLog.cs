using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>What became of a line.</summary>
public enum LogAnswer
{
    Kept,

    /// <summary>The session is over, and its recording takes nothing more.</summary>
    Ended,

    /// <summary>The disk takes nothing, and what waits for it is as much as may wait.</summary>
    Full,
}

/// <summary>
/// The recording as it grows: <c>[len u32][recv_ms i64][packet][crc32]</c>, appended only. A loss of
/// power costs what came since the last flush, a second; a torn last line is cut off when the file is
/// opened again, and nothing else ever is.
/// </summary>
public sealed class FrameLog : IDisposable
{
    internal const int HeadBytes = sizeof(uint) + sizeof(long);
    internal const int CrcBytes = sizeof(uint);

    // A line about the log itself has the shape of a packet of no track.
    internal const byte NoTrack = 0;
    internal const byte SwitchedOff = 0;
    internal const byte SwitchedOn = 1;
    internal const byte EndOfLog = 2;

    /// <summary>Some minutes of voice and pictures.</summary>
    private const int MaxWaiting = 16 * 1024 * 1024;

    private readonly SafeFileHandle file;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private MemoryStream waiting = new();
    private MemoryStream? flushing;
    private long written;

    private FrameLog(SafeFileHandle file, long written, bool isEnded)
    {
        this.file = file;
        this.written = written;
        IsEnded = isEnded;
    }

    public bool IsEnded { get; private set; }

    /// <summary>Bytes that are not on the disk yet.</summary>
    public long Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting.Length + (flushing?.Length ?? 0);
            }
        }
    }

    /// <summary>Opens a log to append to, after the last line that is whole.</summary>
    /// <param name="seen">Gets each line that was there before.</param>
    public static FrameLog Open(string path, Action<FrameRecord>? seen = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var handle = File.OpenHandle(
            path,
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.Read
        );
        try
        {
            var isEnded = false;
            var whole = 0L;
            foreach (var (record, end) in FrameLogReader.Lines(handle))
            {
                seen?.Invoke(record);
                isEnded |= record is FrameRecord.Ended;
                whole = end;
            }

            if (whole < RandomAccess.GetLength(handle))
            {
                RandomAccess.SetLength(handle, whole);
            }

            return new FrameLog(handle, whole, isEnded);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The whole lines of a log, which may still be growing.</summary>
    public static IEnumerable<FrameRecord> Read(string path) => FrameLogReader.Read(path);

    public LogAnswer Append(long receivedMs, ReadOnlySpan<byte> packet) =>
        Add(receivedMs, packet, isLast: false);

    public LogAnswer Switch(long receivedMs, bool isOn) =>
        Add(receivedMs, OfTheLog(isOn ? SwitchedOn : SwitchedOff), isLast: false);

    public LogAnswer End(long receivedMs) => Add(receivedMs, OfTheLog(EndOfLog), isLast: true);

    /// <summary>Brings to the disk what was appended. A failure loses nothing: the next call writes it again.</summary>
    public async Task FlushAsync()
    {
        await writing.WaitAsync();
        try
        {
            ReadOnlyMemory<byte> lines;
            lock (gate)
            {
                lines = waiting.GetBuffer().AsMemory(0, (int)waiting.Length);
                if (lines.IsEmpty)
                {
                    return;
                }

                // What comes meanwhile goes into a buffer of its own.
                var next = new MemoryStream();
                (waiting, flushing) = (next, waiting);
            }

            try
            {
                await RandomAccess.WriteAsync(file, lines, written);
                RandomAccess.FlushToDisk(file);
                written += lines.Length;
            }
            catch
            {
                PutBack(lines.Span);
                throw;
            }
            finally
            {
                lock (gate)
                {
                    flushing = null;
                }
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose()
    {
        file.Dispose();
        writing.Dispose();
        waiting.Dispose();
    }

    private void PutBack(ReadOnlySpan<byte> lines)
    {
        lock (gate)
        {
            var later = waiting.ToArray();
            waiting.SetLength(0);
            waiting.Write(lines);
            waiting.Write(later);
        }
    }

    private static byte[] OfTheLog(byte what)
    {
        var packet = new byte[MediaPacket.HeaderBytes];
        packet[0] = NoTrack;
        packet[1] = what;
        return packet;
    }

    private LogAnswer Add(long receivedMs, ReadOnlySpan<byte> packet, bool isLast)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, packet.Length);
        BinaryPrimitives.WriteInt64LittleEndian(head[sizeof(uint)..], receivedMs);
        var crc = new Crc32();
        crc.Append(head);
        crc.Append(packet);
        Span<byte> tail = stackalloc byte[CrcBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(tail, crc.GetCurrentHashAsUInt32());
        lock (gate)
        {
            if (IsEnded)
            {
                return LogAnswer.Ended;
            }

            var held = waiting.Length + (flushing?.Length ?? 0);
            if (!isLast && held + packet.Length > MaxWaiting)
            {
                return LogAnswer.Full;
            }

            waiting.Write(head);
            waiting.Write(packet);
            waiting.Write(tail);
            IsEnded = isLast;
            return LogAnswer.Kept;
        }
    }
}
