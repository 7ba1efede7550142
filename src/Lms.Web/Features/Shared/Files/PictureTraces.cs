using System.Buffers.Binary;

namespace Lms.Web.Features.Shared.Files;

/// <summary>
/// What a camera writes beside a picture: place, time, device. It is left out; how the picture is
/// turned is kept, and so are the colours.
/// </summary>
internal static class PictureTraces
{
    public static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    public static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    private static readonly string[] PngTraces = ["eXIf", "tEXt", "zTXt", "iTXt", "tIME"];

    public static byte[] Removed(string mediaType, byte[] bytes) =>
        mediaType switch
        {
            "image/jpeg" => OfJpeg(bytes),
            "image/png" => OfPng(bytes),
            _ => bytes,
        };

    // ITU T.81, B.1.1: segments of a marker, a length and that many bytes, up to the start of the scan.
    private static byte[] OfJpeg(byte[] bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, 2);
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] != 0xDA)
        {
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (length < 4 || at + length > bytes.Length)
            {
                break;
            }

            var segment = bytes.AsSpan(at, length);
            if (JpegOrientation.Of(segment) is { } turned)
            {
                kept.Write(JpegOrientation.Segment(turned));
            }

            if (IsPicture(segment[1]))
            {
                kept.Write(segment);
            }

            at += length;
        }

        kept.Write(bytes, at, bytes.Length - at);
        return kept.ToArray();
    }

    // JFIF (E0), the colour profile (E2) and Adobe's colour transform (EE) belong to the picture; the
    // other application segments and comments do not.
    private static bool IsPicture(byte marker) =>
        marker is 0xE0 or 0xE2 or 0xEE || (marker is not (>= 0xE1 and <= 0xEF) && marker != 0xFE);

    // PNG, 5.3: chunks of a length, a type, that many bytes and a checksum.
    private static byte[] OfPng(byte[] bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, Png.Length);
        var at = Png.Length;
        while (at + 12 <= bytes.Length)
        {
            var length = 12L + BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (at + length > bytes.Length)
            {
                break;
            }

            var type = System.Text.Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (!PngTraces.Contains(type, StringComparer.Ordinal))
            {
                kept.Write(bytes, at, (int)length);
            }

            at += (int)length;
            if (type == "IEND")
            {
                // What stands behind the end is no picture.
                return kept.ToArray();
            }
        }

        kept.Write(bytes, at, bytes.Length - at);
        return kept.ToArray();
    }
}
