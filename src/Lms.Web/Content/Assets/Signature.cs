using System.Text;

namespace Lms.Web.Content.Assets;

/// <summary>Whether the first bytes of a file are those of its ending.</summary>
internal static class Signature
{
    private const int Longest = 64;

    public static bool Fits(string extension, Stream file)
    {
        var bytes = new byte[Longest];
        var length = file.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false);
        return Fits(extension, bytes.AsSpan(0, length));
    }

    private static bool Fits(string extension, ReadOnlySpan<byte> head) =>
        extension switch
        {
            "png" => IsPng(head),
            "jpg" or "jpeg" => head is [0xff, 0xd8, 0xff, ..],
            "webp" => head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8),
            "mp3" => head.StartsWith("ID3"u8) || IsMpegFrame(head),
            "ogg" => head.StartsWith("OggS"u8),
            "mp4" => At(head, 4, "ftyp"u8),
            "webm" => head is [0x1a, 0x45, 0xdf, 0xa3, ..],
            "vtt" => WithoutMark(head).StartsWith("WEBVTT"u8),
            "pdf" => head.StartsWith("%PDF-"u8),
            "docx" => head is [(byte)'P', (byte)'K', 3, 4, ..],
            "odt" => head is [(byte)'P', (byte)'K', 3, 4, ..]
                && At(head, 30, "mimetypeapplication/vnd.oasis"u8),
            // Text is read as text, and a drawing as one.
            _ => true,
        };

    private static bool IsPng(ReadOnlySpan<byte> head) =>
        head is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, ..];

    /// <summary>Eleven bits of one, and a layer (ISO/IEC 11172-3, 2.4.1.3).</summary>
    private static bool IsMpegFrame(ReadOnlySpan<byte> head) =>
        head is [0xff, >= 0xe0, ..] && (head[1] & 0x06) != 0;

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> head) =>
        head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;

    private static bool At(ReadOnlySpan<byte> head, int at, ReadOnlySpan<byte> word) =>
        head.Length >= at + word.Length && head[at..].StartsWith(word);
}
