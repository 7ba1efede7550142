using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;

namespace Lms.Web.Features.Admin.Certificates.Signing;

/// <summary>
/// The digests that qualified signatures of Ukraine are made over: SHA-2, ДСТУ ГОСТ 34.311-95 and
/// ДСТУ 7564:2014 («Купина»).
/// </summary>
internal static class DocumentDigests
{
    // ДСТУ 4145: the table of substitutions № 1 (ДКЕ № 1), two nibbles in a byte.
    private const string FirstTable =
        "A9D6EB45F13C708280C4967B231F5EADF658EBA4C037291D38D96BF025CA4E17"
        + "F8E9720DC615B43A28975F0BC1DEA36438B564EA2C179FD0123E6DB8FAC57904";

    private static readonly byte[] Substitutions =
    [
        .. Convert
            .FromHexString(FirstTable)
            .SelectMany(two => new[] { (byte)(two >> 4), (byte)(two & 15) }),
    ];

    /// <summary>Null when the algorithm is none of these.</summary>
    public static Func<byte[], byte[]>? Of(string algorithm) =>
        algorithm switch
        {
            "2.16.840.1.101.3.4.2.1" => SHA256.HashData,
            "2.16.840.1.101.3.4.2.2" => SHA384.HashData,
            "2.16.840.1.101.3.4.2.3" => SHA512.HashData,
            "1.2.804.2.1.1.1.1.2.1" => bytes => Hash(new Gost3411Digest(Substitutions), bytes),
            "1.2.804.2.1.1.1.1.2.2.1" => bytes => Hash(new Dstu7564Digest(256), bytes),
            "1.2.804.2.1.1.1.1.2.2.2" => bytes => Hash(new Dstu7564Digest(384), bytes),
            "1.2.804.2.1.1.1.1.2.2.3" => bytes => Hash(new Dstu7564Digest(512), bytes),
            _ => null,
        };

    private static byte[] Hash(IDigest digest, byte[] bytes)
    {
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return hash;
    }
}
