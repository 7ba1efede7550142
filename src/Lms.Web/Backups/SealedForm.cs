using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lms.Web.Backups;

/// <summary>
/// The form of a sealed file: a head of 64 bytes (mark, id of the key, salt, check), then parts of
/// 1 MiB, each AES-256-GCM with its tag behind it. The nonce of a part is its number and whether it is
/// the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), and the head is
/// the associated data: no part can be changed, moved, left out or cut off.
/// </summary>
internal static class SealedForm
{
    public const int HeadBytes = 64;
    public const int PartBytes = 1 << 20;
    public const int TagBytes = 16;
    public const int NonceBytes = 12;

    private const int SaltBytes = 32;
    private const int CheckBytes = 16;

    private static ReadOnlySpan<byte> Mark => "LMSBACK1"u8;

    public static byte[] NewHead(RecoveryKey key)
    {
        byte[] open = [.. Mark, .. key.Id(), .. RandomNumberGenerator.GetBytes(SaltBytes)];
        return [.. open, .. Check(open)];
    }

    /// <summary>The key of the file with this head.</summary>
    public static byte[] KeyOf(byte[] head, RecoveryKey key, string file)
    {
        if (!head.AsSpan().StartsWith(Mark))
        {
            throw new BackupRefused(BackupFault.NotABackup, file);
        }

        if (
            head.Length != HeadBytes
            || !head.AsSpan(HeadBytes - CheckBytes).SequenceEqual(Check(head[..^CheckBytes]))
        )
        {
            throw new BackupRefused(BackupFault.Damaged, file);
        }

        var open = head[..^CheckBytes];
        var id = open[Mark.Length..^SaltBytes];
        return id.AsSpan().SequenceEqual(key.Id())
            ? key.OfFile(open[^SaltBytes..])
            : throw new BackupRefused(BackupFault.WrongKey, file);
    }

    public static void Nonce(Span<byte> nonce, long part, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], part);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
    }

    private static byte[] Check(byte[] open) => SHA256.HashData(open)[..CheckBytes];
}
