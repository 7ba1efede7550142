using System.Buffers.Binary;

namespace Lms.Web.Features.Shared.Files;

/// <summary>How a camera was held (Exif 2.32, tag 0x0112, 1 to 8): without it a picture lies on its side.</summary>
internal static class JpegOrientation
{
    private const ushort Tag = 0x0112;
    private const int Header = 10;
    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    /// <param name="segment">With its marker and length.</param>
    public static ushort? Of(ReadOnlySpan<byte> segment)
    {
        if (segment[1] != 0xE1 || segment.Length < Header + 8 || !segment[4..].StartsWith(Exif))
        {
            return null;
        }

        var tiff = segment[Header..];
        var isLittle = tiff.StartsWith("II"u8);
        var first = Whole(tiff[4..], isLittle);
        if (first < 8 || first + 2 > tiff.Length)
        {
            return null;
        }

        var entries = tiff[((int)first + 2)..];
        var count = Short(tiff[(int)first..], isLittle);
        for (var entry = 0; entry < count && (entry + 1) * 12 <= entries.Length; entry++)
        {
            var one = entries[(entry * 12)..];
            if (
                Short(one, isLittle) == Tag
                && Short(one[8..], isLittle) is > 0 and < 9 and var turned
            )
            {
                return turned;
            }
        }

        return null;
    }

    /// <summary>A segment that says this and nothing else.</summary>
    public static byte[] Segment(ushort turned)
    {
        byte[] tiff =
        [
            .. "MM"u8,
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte)turned,
            0,
            0,
            0,
            0,
            0,
            0,
        ];
        return [0xFF, 0xE1, 0, (byte)(2 + Exif.Length + tiff.Length), .. Exif, .. tiff];
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle
            ? BinaryPrimitives.ReadUInt16LittleEndian(bytes)
            : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Whole(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle
            ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
            : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
