namespace Lms.Web.Features.Sessions.Media;

/// <summary>What the head of a VP8 key frame tells (RFC 6386, 9.1).</summary>
internal static class Vp8Frame
{
    private const int HeadBytes = 10;
    private const int SizeBits = 0x3FFF;

    public static (int Width, int Height) Size(ReadOnlySpan<byte> key) =>
        key.Length < HeadBytes
            ? (1, 1)
            : (
                Math.Max(1, (key[6] | (key[7] << 8)) & SizeBits),
                Math.Max(1, (key[8] | (key[9] << 8)) & SizeBits)
            );
}
