using System.Buffers.Binary;
using System.IO.Compression;

namespace Lms.Web.Features.Admin.Certificates.Signing;

/// <summary>A file that was brought, alone or in an archive.</summary>
/// <param name="Name">To be shown; nothing is ever opened or written by it.</param>
/// <param name="Bytes">Null when it was not read.</param>
/// <param name="Fault">Why it was not read.</param>
internal sealed record BroughtFile(string Name, byte[]? Bytes, AttachAnswer? Fault = null);

/// <summary>Reads what was brought, archives unpacked, within limits that no file can pass.</summary>
internal static class BroughtFiles
{
    public const int MostFiles = 200;
    public const int LargestFile = 5 * 1024 * 1024;
    public const int LargestArchive = 20 * 1024 * 1024;
    public const int LargestRequest = 64 * 1024 * 1024;

    /// <summary>Of all that is held at once, unpacked.</summary>
    public const long MostBytes = 96 * 1024 * 1024;

    // Signatures and documents hardly shrink at all; what shrinks a hundredfold is a trap.
    private const int GreatestRatio = 100;
    private const int LongestName = 80;

    public static async Task<IReadOnlyList<BroughtFile>> ReadAsync(IReadOnlyList<IFormFile> brought)
    {
        var read = new List<BroughtFile>();
        foreach (var file in brought)
        {
            if (read.Count >= MostFiles)
            {
                read.Add(new(Shown(file.FileName), null, AttachAnswer.TooMany));
                break;
            }

            await ReadAsync(file, read);
        }

        return read;
    }

    private static async Task ReadAsync(IFormFile file, List<BroughtFile> read)
    {
        var name = Shown(file.FileName);
        if (file.Length > LargestArchive)
        {
            read.Add(new(name, null, AttachAnswer.TooLarge));
            return;
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes);
        }

        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            Unpack(name, bytes, read);
        }
        else
        {
            read.Add(
                bytes.Length > LargestFile
                    ? new(name, null, AttachAnswer.TooLarge)
                    : new(name, bytes)
            );
        }
    }

    private static void Unpack(string name, byte[] bytes, List<BroughtFile> read)
    {
        if (EntriesOf(bytes) is not { } count || read.Count + count > MostFiles)
        {
            read.Add(new(name, null, AttachAnswer.BadArchive));
            return;
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
            {
                if (read.Sum(one => one.Bytes?.LongLength ?? 0) > MostBytes)
                {
                    read.Add(new(name, null, AttachAnswer.TooLarge));
                    return;
                }

                read.Add(Unpack(entry));
            }
        }
        catch (InvalidDataException)
        {
            read.Add(new(name, null, AttachAnswer.BadArchive));
        }
    }

    // What an entry says of its size is not believed: no more than the limit is ever unpacked.
    private static BroughtFile Unpack(ZipArchiveEntry entry)
    {
        var name = Shown(entry.Name);
        var limit = Math.Min(LargestFile, Math.Max(1, entry.CompressedLength) * GreatestRatio);
        using var unpacked = new MemoryStream();
        using var stream = entry.Open();
        var part = new byte[16 * 1024];
        for (int count; (count = stream.Read(part)) > 0; )
        {
            if (unpacked.Length + count > limit)
            {
                return new(name, null, AttachAnswer.TooLarge);
            }

            unpacked.Write(part, 0, count);
        }

        return new(name, unpacked.ToArray());
    }

    // The count stands at the end of an archive (APPNOTE.TXT, 4.3.16), so that it is known before any
    // entry is read; 0xFFFF stands for more than two bytes hold.
    private static int? EntriesOf(ReadOnlySpan<byte> archive)
    {
        var end = archive.LastIndexOf("PK\u0005\u0006"u8);
        return end >= 0 && archive.Length - end >= 22
            ? BinaryPrimitives.ReadUInt16LittleEndian(archive[(end + 10)..])
            : null;
    }

    private static string Shown(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var plain = string.Concat(last.Where(letter => !char.IsControl(letter)));
        return plain.Length > LongestName ? plain[..LongestName] : plain;
    }
}
