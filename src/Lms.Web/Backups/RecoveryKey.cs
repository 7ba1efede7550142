using System.Security.Cryptography;
using System.Text;
using Lms.Web.Data;

namespace Lms.Web.Backups;

/// <summary>
/// The 256-bit key that opens the backups of an installation. It lies in <c>keys/backup.key</c>, mode
/// 0600, and on paper: whoever has a backup and this key has everything, whoever has one of them has
/// nothing.
/// </summary>
public sealed class RecoveryKey
{
    private const string Mark = "lms-recovery-key:";
    private const int Bytes = 32;
    private const int CheckBytes = 2;
    private const int IdBytes = 8;
    private const int Group = 4;

    private readonly byte[] secret;

    private RecoveryKey(byte[] secret) => this.secret = secret;

    public static string FileIn(string dataFolder) =>
        Path.Combine(dataFolder, "keys", "backup.key");

    /// <summary>Makes the key before the first backup.</summary>
    public static RecoveryKey Open(string dataFolder)
    {
        var file = FileIn(dataFolder);
        if (File.Exists(file))
        {
            return Read(file);
        }

        var key = new RecoveryKey(RandomNumberGenerator.GetBytes(Bytes));
        DataFolder.Create(Path.GetDirectoryName(file)!);
        using (var stream = DataFolder.CreateFile(file))
        {
            stream.Write(Encoding.ASCII.GetBytes(key + "\n"));
            stream.Flush(flushToDisk: true);
        }

        DiskFlush.Folder(Path.GetDirectoryName(file)!);
        return key;
    }

    /// <exception cref="BackupRefused">There is no such file, or no key in it.</exception>
    public static RecoveryKey Read(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file))
                ?? throw new BackupRefused(BackupFault.NoKey, file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefused(BackupFault.CannotRead, file, unreadable);
        }
    }

    /// <summary>As it is printed, with any spaces or dashes; null when a character is wrong.</summary>
    public static RecoveryKey? Parse(string text)
    {
        var written = text.Trim().Replace(Mark, "", StringComparison.OrdinalIgnoreCase);
        var digits = string.Concat(written.Where(sign => !char.IsWhiteSpace(sign) && sign != '-'));
        if (digits.Length != 2 * (Bytes + CheckBytes) || !digits.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var all = Convert.FromHexString(digits);
        return all.AsSpan(Bytes).SequenceEqual(Check(all[..Bytes])) ? new(all[..Bytes]) : null;
    }

    /// <summary>17 groups of four; the last one tells a slip of the pen.</summary>
    public override string ToString()
    {
        var digits = Convert.ToHexStringLower([.. secret, .. Check(secret)]);
        return $"{Mark} {string.Join('-', digits.Chunk(Group).Select(group => new string(group)))}";
    }

    /// <summary>Stands in each backup, so that a wrong key is told from a damaged file.</summary>
    internal byte[] Id() => Derive([], "lms backup: id of the key", IdBytes);

    /// <summary>The key of one file (RFC 5869).</summary>
    internal byte[] OfFile(byte[] salt) => Derive(salt, "lms backup: key of a file", Bytes);

    private byte[] Derive(byte[] salt, string purpose, int length) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            secret,
            length,
            salt,
            Encoding.ASCII.GetBytes(purpose)
        );

    private static byte[] Check(byte[] secret) => SHA256.HashData(secret)[..CheckBytes];
}
