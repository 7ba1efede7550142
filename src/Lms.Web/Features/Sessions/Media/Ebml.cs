using System.Buffers.Binary;
using System.Text;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>Elements of EBML (RFC 8794), as much as a WebM file needs.</summary>
internal static class Ebml
{
    public static byte[] Master(uint id, params byte[][] children) =>
        Element(id, [.. children.SelectMany(child => child)]);

    public static byte[] Uint(uint id, ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        var first = 0;
        while (first < 7 && bytes[first] == 0)
        {
            first++;
        }

        return Element(id, bytes[first..]);
    }

    public static byte[] Float(uint id, double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return Element(id, bytes);
    }

    public static byte[] Text(uint id, string value) => Element(id, Encoding.UTF8.GetBytes(value));

    public static byte[] Element(uint id, ReadOnlySpan<byte> body) =>
        [.. Id(id), .. Size(body.Length), .. body];

    /// <summary>An id carries its own length.</summary>
    public static byte[] Id(uint id)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, id);
        return bytes[LeadingZeroBytes(id)..].ToArray();
    }

    public static byte[] Size(long size)
    {
        // All ones are kept for "unknown".
        var length = 1;
        while (size >= (1L << (7 * length)) - 1)
        {
            length++;
        }

        return Size(size, length);
    }

    public static byte[] Size(long size, int length)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, size | (1L << (7 * length)));
        return bytes[(8 - length)..].ToArray();
    }

    private static int LeadingZeroBytes(uint id) =>
        id > 0xFFFFFF ? 0
        : id > 0xFFFF ? 1
        : id > 0xFF ? 2
        : 3;
}
