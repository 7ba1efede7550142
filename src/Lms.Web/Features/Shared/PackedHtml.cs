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
        var plain = Encoding.UTF8.GetBytes(html);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, Quality, Window)
            ? packed[..length]
            : throw new InvalidOperationException("The text does not fit its own bound.");
    }

    public static string Unpack(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
