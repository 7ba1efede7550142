using System.Security.Cryptography;

namespace Lms.Benchmarks;

/// <summary>The least that keeps the same bytes safe: read once, hashed, sealed and written.</summary>
internal static class FloorBackup
{
    private const int PartBytes = 1 << 20;

    public static long Run(IEnumerable<string> files, string target)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var cipher = new AesGcm(new byte[32], 16);
        using var to = File.Create(target);
        var (part, hidden, tag) = (new byte[PartBytes], new byte[PartBytes], new byte[16]);
        var nonce = new byte[12];
        var all = 0L;
        foreach (var file in files)
        {
            using var from = File.OpenRead(file);
            for (int read; (read = from.Read(part)) > 0; all += read)
            {
                hash.AppendData(part, 0, read);
                BitConverter.TryWriteBytes(nonce, all);
                cipher.Encrypt(nonce, part.AsSpan(0, read), hidden.AsSpan(0, read), tag);
                to.Write(hidden, 0, read);
                to.Write(tag);
            }
        }

        to.Flush(flushToDisk: true);
        return all;
    }
}
