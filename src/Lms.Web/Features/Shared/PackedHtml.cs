using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Lms.Web.Features.Shared;

/// <summary>HTML as a published version keeps it: compressed with Brotli, once.</summary>
public static class PackedHtml
{
    // Five is where the time of more compression begins to outgrow what it saves.
    private const int Quality = 5;
    private const int Window = 22;

    public static byte[] Pack(string html)
    {
        var plain = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(html.Length));
        var read = Encoding.UTF8.GetBytes(html, plain);
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(read));
        var isPacked = BrotliEncoder.TryCompress(
            plain.AsSpan(0, read),
            packed,
            out var length,
            Quality,
            Window
        );
        var kept = packed[..length];
        ArrayPool<byte>.Shared.Return(plain);
        ArrayPool<byte>.Shared.Return(packed);
        return isPacked
            ? kept
            : throw new InvalidOperationException("The text does not fit its own bound.");
    }

    public static string Unpack(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
