using System.Buffers.Binary;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// A seekable WebM file of one track, written from front to back: SeekHead, Info with the duration,
/// Tracks, clusters of two seconds at most, Cues. Times are milliseconds.
/// </summary>
internal sealed class WebmFile : IDisposable
{
    private const long LongestCluster = 2000;
    private const int SizeBytes = 8;
    private const int SeekHeadBytes = 84;
    private const ulong TrackNumber = 1;

    private readonly FileStream file;
    private readonly bool isVideo;
    private readonly long dataAt;
    private readonly long infoAt;
    private readonly long tracksAt;
    private readonly List<(long TimeMs, long At)> cues = [];
    private readonly MemoryStream cluster = new();
    private long clusterMs = -1;

    private WebmFile(string path, bool isVideo, byte[] track)
    {
        this.isVideo = isVideo;
        file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        file.Write(Head());
        file.Write(Ebml.Id(Webm.Segment));
        file.Write(Ebml.Size(0, SizeBytes));
        dataAt = file.Position;
        // Places and the duration are known at the end; their room is kept here.
        file.Write(SeekHead(0));
        infoAt = file.Position;
        file.Write(Info(0));
        tracksAt = file.Position;
        file.Write(Ebml.Master(Webm.Tracks, track));
    }

    public static WebmFile Voice(string path) => new(path, isVideo: false, VoiceTrack());

    public static WebmFile Pictures(string path, int width, int height) =>
        new(path, isVideo: true, PictureTrack((uint)width, (uint)height));

    public void Add(long timeMs, bool isKey, ReadOnlySpan<byte> frame)
    {
        if (clusterMs < 0 || timeMs - clusterMs >= LongestCluster || (isVideo && isKey))
        {
            EndCluster();
            clusterMs = timeMs;
            cluster.Write(Ebml.Uint(Webm.ClusterTime, (ulong)timeMs));
            if (isKey)
            {
                cues.Add((timeMs, file.Position - dataAt));
            }
        }

        Span<byte> head = stackalloc byte[4];
        head[0] = 0x80 | (byte)TrackNumber;
        BinaryPrimitives.WriteInt16BigEndian(head[1..], (short)(timeMs - clusterMs));
        head[3] = isKey ? (byte)0x80 : (byte)0;
        cluster.Write(Ebml.Id(Webm.SimpleBlock));
        cluster.Write(Ebml.Size(head.Length + frame.Length));
        cluster.Write(head);
        cluster.Write(frame);
    }

    public void Finish(double durationMs)
    {
        EndCluster();
        var cuesAt = file.Position;
        file.Write(Ebml.Master(Webm.Cues, [.. cues.Select(Cue)]));
        var end = file.Position;
        Put(dataAt - SizeBytes, Ebml.Size(end - dataAt, SizeBytes));
        Put(dataAt, SeekHead(cuesAt - dataAt));
        Put(infoAt, Info(durationMs));
        file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        file.Dispose();
        cluster.Dispose();
    }

    private void Put(long at, byte[] bytes)
    {
        file.Position = at;
        file.Write(bytes);
    }

    private void EndCluster()
    {
        if (cluster.Length > 0)
        {
            file.Write(Ebml.Id(Webm.Cluster));
            file.Write(Ebml.Size(cluster.Length));
            cluster.WriteTo(file);
            cluster.SetLength(0);
        }
    }

    private static byte[] Cue((long TimeMs, long At) cue) =>
        Ebml.Master(
            Webm.CuePoint,
            Ebml.Uint(Webm.CueTime, (ulong)cue.TimeMs),
            Ebml.Master(
                Webm.CueTrackPositions,
                Ebml.Uint(Webm.CueTrack, TrackNumber),
                Ebml.Uint(Webm.CueClusterPosition, (ulong)cue.At)
            )
        );

    private static byte[] Head() =>
        Ebml.Master(
            Webm.Ebml,
            Ebml.Uint(Webm.EbmlVersion, 1),
            Ebml.Uint(Webm.EbmlReadVersion, 1),
            Ebml.Uint(Webm.EbmlMaxIdLength, 4),
            Ebml.Uint(Webm.EbmlMaxSizeLength, 8),
            Ebml.Text(Webm.DocType, "webm"),
            Ebml.Uint(Webm.DocTypeVersion, 4),
            Ebml.Uint(Webm.DocTypeReadVersion, 2)
        );

    private byte[] SeekHead(long cuesAt)
    {
        var head = Ebml.Master(
            Webm.SeekHead,
            Seek(Webm.Info, infoAt - dataAt),
            Seek(Webm.Tracks, tracksAt - dataAt),
            Seek(Webm.Cues, cuesAt)
        );
        return [.. head, .. Ebml.Element(Webm.Void, new byte[SeekHeadBytes - head.Length])];
    }

    private static byte[] Seek(uint id, long at) =>
        Ebml.Master(
            Webm.Seek,
            Ebml.Element(Webm.SeekId, Ebml.Id(id)),
            Ebml.Uint(Webm.SeekPosition, (ulong)Math.Max(0, at))
        );

    private static byte[] Info(double durationMs) =>
        Ebml.Master(
            Webm.Info,
            Ebml.Uint(Webm.TimecodeScale, 1_000_000),
            Ebml.Text(Webm.MuxingApp, "lms"),
            Ebml.Text(Webm.WritingApp, "lms"),
            Ebml.Float(Webm.Duration, durationMs)
        );

    private static byte[] VoiceTrack() =>
        Ebml.Master(
            Webm.TrackEntry,
            Ebml.Uint(Webm.TrackNumber, TrackNumber),
            Ebml.Uint(Webm.TrackUid, 1),
            Ebml.Uint(Webm.TrackType, 2),
            Ebml.Text(Webm.CodecId, "A_OPUS"),
            Ebml.Element(Webm.CodecPrivate, Webm.OpusHead),
            Ebml.Uint(Webm.SeekPreRoll, 80_000_000),
            Ebml.Master(
                Webm.Audio,
                Ebml.Float(Webm.SamplingFrequency, 48_000),
                Ebml.Uint(Webm.Channels, 1)
            )
        );

    private static byte[] PictureTrack(uint width, uint height) =>
        Ebml.Master(
            Webm.TrackEntry,
            Ebml.Uint(Webm.TrackNumber, TrackNumber),
            Ebml.Uint(Webm.TrackUid, 1),
            Ebml.Uint(Webm.TrackType, 1),
            Ebml.Text(Webm.CodecId, "V_VP8"),
            Ebml.Master(
                Webm.Video,
                Ebml.Uint(Webm.PixelWidth, width),
                Ebml.Uint(Webm.PixelHeight, height)
            )
        );
}
