using System.Buffers.Text;
using System.IO.Compression;

namespace Lms.Web.Features.Certificates.Badges;

/// <summary>
/// The list of which badges were revoked (W3C Bitstring Status List 1.0). A certificate's place is
/// the position of its issue in the issue log: lines of revocation stand between, so the place is not
/// the number, and it never changes.
/// </summary>
internal static class StatusList
{
    /// <summary>The least that the standard allows, so that one certificate hides among many.</summary>
    public const int Size = 131_072;

    /// <param name="position">In the issue log, from 1.</param>
    /// <returns>The number of the list from 1, and the index in it from 0.</returns>
    public static (long List, int Index) PlaceOf(long position) =>
        (((position - 1) / Size) + 1, (int)((position - 1) % Size));

    /// <summary>Multibase base64url of the packed bits; the first one is the leftmost.</summary>
    public static string Encode(IEnumerable<int> revoked)
    {
        var bits = new byte[Size / 8];
        foreach (var index in revoked)
        {
            bits[index / 8] |= (byte)(0x80 >> (index % 8));
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bits);
        }

        return "u" + Base64Url.EncodeToString(packed.ToArray());
    }
}
