using System.Buffers.Binary;

namespace Lms.Web.Tests.Features.Sessions.Media;

/// <summary>
/// Reads WebM by the book (RFC 8794, RFC 9559) and by nothing of the product's: every size must be
/// met to the byte.
/// </summary>
internal sealed record EbmlTree(ulong Id, long At, byte[] Body, IReadOnlyList<EbmlTree> Children)
{
    private static readonly HashSet<ulong> Masters =
    [
        0x1A45DFA3,
        0x18538067,
        0x114D9B74,
        0x4DBB,
        0x1549A966,
        0x1654AE6B,
        0xAE,
        0xE0,
        0xE1,
        0x1F43B675,
        0x1C53BB6B,
        0xBB,
        0xB7,
    ];

    public static IReadOnlyList<EbmlTree> Read(byte[] file) => Read(file, 0);

    public IEnumerable<EbmlTree> All(ulong id) => Children.Where(child => child.Id == id);

    public EbmlTree One(ulong id) => All(id).Single();

    public ulong Number => Body.Aggregate(0UL, (value, next) => (value << 8) | next);

    public double Float => BinaryPrimitives.ReadDoubleBigEndian(Body);

    private static List<EbmlTree> Read(ReadOnlySpan<byte> bytes, long at)
    {
        var found = new List<EbmlTree>();
        while (bytes.Length > 0)
        {
            var (id, idLength) = Vint(bytes, keepMark: true);
            var (size, sizeLength) = Vint(bytes[idLength..], keepMark: false);
            var head = idLength + sizeLength;
            Assert.InRange((long)size, 0, bytes.Length - head);
            var body = bytes.Slice(head, (int)size).ToArray();
            found.Add(new(id, at, body, Masters.Contains(id) ? Read(body, at + head) : []));
            bytes = bytes[(head + (int)size)..];
            at += head + (int)size;
        }

        return found;
    }

    private static (ulong Value, int Length) Vint(ReadOnlySpan<byte> bytes, bool keepMark)
    {
        var length = 1;
        while ((bytes[0] & (0x80 >> (length - 1))) == 0)
        {
            length++;
            Assert.InRange(length, 1, 8);
        }

        ulong value = keepMark ? bytes[0] : (ulong)(bytes[0] & (0xFF >> length));
        for (var one = 1; one < length; one++)
        {
            value = (value << 8) | bytes[one];
        }

        return (value, length);
    }
}

/// <summary>What a file of one track holds, and what any seekable one must fulfil.</summary>
internal sealed record WebmOfTest(
    double DurationMs,
    string Codec,
    IReadOnlyList<(long TimeMs, bool IsKey, byte[] Frame)> Frames,
    IReadOnlyList<long> CueTimes
)
{
    public static WebmOfTest Read(string path)
    {
        var top = EbmlTree.Read(File.ReadAllBytes(path));
        Assert.Equal([0x1A45DFA3UL, 0x18538067UL], top.Select(one => one.Id));
        var segment = top[1];
        var dataAt = segment.Children[0].At;
        var head = segment.Children[0];
        Assert.Equal(0x114D9B74UL, head.Id);
        foreach (var seek in head.All(0x4DBB))
        {
            var named = seek.One(0x53AB).Number;
            var at = dataAt + (long)seek.One(0x53AC).Number;
            Assert.Equal(named, segment.Children.Single(one => one.At == at).Id);
        }

        var clusters = segment.All(0x1F43B675).ToList();
        var frames = clusters.SelectMany(Blocks).ToList();
        Assert.Equal(frames.Select(one => one.TimeMs).Order(), frames.Select(one => one.TimeMs));
        var cues = segment.One(0x1C53BB6B).All(0xBB).ToList();
        foreach (var cue in cues)
        {
            var at = dataAt + (long)cue.One(0xB7).One(0xF1).Number;
            var cluster = clusters.Single(one => one.At == at);
            Assert.Equal(cue.One(0xB3).Number, cluster.One(0xE7).Number);
            Assert.True(Blocks(cluster).First().IsKey);
        }

        Assert.All(
            clusters,
            one =>
                Assert.InRange(
                    Blocks(one).Max(block => block.TimeMs) - (long)one.One(0xE7).Number,
                    0,
                    2000
                )
        );
        var entry = segment.One(0x1654AE6B).One(0xAE);
        return new(
            segment.One(0x1549A966).One(0x4489).Float,
            System.Text.Encoding.ASCII.GetString(entry.One(0x86).Body),
            frames,
            [.. cues.Select(cue => (long)cue.One(0xB3).Number)]
        );
    }

    private static IEnumerable<(long TimeMs, bool IsKey, byte[] Frame)> Blocks(EbmlTree cluster) =>
        cluster
            .All(0xA3)
            .Select(block =>
                (
                    (long)cluster.One(0xE7).Number
                        + BinaryPrimitives.ReadInt16BigEndian(block.Body.AsSpan(1)),
                    (block.Body[3] & 0x80) != 0,
                    block.Body[4..]
                )
            );
}
