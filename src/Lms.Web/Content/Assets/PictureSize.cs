using System.Buffers.Binary;

namespace Lms.Web.Content.Assets;

/// <summary>Width and height in pixels, by the header alone.</summary>
internal sealed record PictureSize(int Width, int Height)
{
    // More takes hundreds of megabytes in the browser of a reader.
    private const long MostPixels = 40_000_000;

    private const int LongestJpegHeader = 4 * 1024 * 1024;

    public bool IsFlood => (long)Width * Height > MostPixels;

    /// <summary>Null when the header does not tell it.</summary>
    public static PictureSize? Of(string extension, Stream file)
    {
        var head = new byte[32];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return (extension, read) switch
        {
            ("jpg" or "jpeg", _) => OfJpeg(file),
            ("png", >= 24) => Sized(
                BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(16)),
                BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(20))
            ),
            ("webp", >= 30) => OfWebp(head),
            _ => null,
        };
    }

    private static PictureSize? Sized(uint width, uint height) =>
        width is 0 or > int.MaxValue || height is 0 or > int.MaxValue
            ? null
            : new((int)width, (int)height);

    /// <summary>Three kinds of WebP (RFC 9649, sections 2.5 to 2.7) keep it in three ways.</summary>
    private static PictureSize? OfWebp(ReadOnlySpan<byte> head) =>
        head[12..16] switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => Sized(
                BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3fffu,
                BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3fffu
            ),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] => OfLossless(
                BinaryPrimitives.ReadUInt32LittleEndian(head[21..])
            ),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => Sized(
                1u + (BinaryPrimitives.ReadUInt32LittleEndian(head[24..]) & 0xffffff),
                1u + (BinaryPrimitives.ReadUInt32LittleEndian(head[26..]) >> 8)
            ),
            _ => null,
        };

    private static PictureSize? OfLossless(uint bits) =>
        Sized((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);

    /// <summary>Walks the segments to the frame header (ITU-T T.81, B.2.2).</summary>
    private static PictureSize? OfJpeg(Stream file)
    {
        Span<byte> segment = stackalloc byte[9];
        var at = 2L;
        while (at < LongestJpegHeader)
        {
            file.Position = at;
            if (file.ReadAtLeast(segment, 9, throwOnEndOfStream: false) < 9 || segment[0] != 0xff)
            {
                return null;
            }

            if (segment[1] == 0xff)
            {
                at++;
                continue;
            }

            if (segment[1] is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return Sized(
                    BinaryPrimitives.ReadUInt16BigEndian(segment[7..]),
                    BinaryPrimitives.ReadUInt16BigEndian(segment[5..])
                );
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
        }

        return null;
    }
}
