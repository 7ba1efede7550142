using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using Lms.Web.Data;

namespace Lms.Web.Backups;

/// <param name="Name">In the archive, with slashes.</param>
/// <param name="MayGo">It may be deleted after it was listed: then it is left out.</param>
internal sealed record ArchivedFile(string Name, string Path, bool MayGo = false)
{
    // A link that leads nowhere is there, and cannot be read.
    public bool IsGone => MayGo && new FileInfo(Path) is { Exists: false, LinkTarget: null };

    /// <summary>Null when it has been deleted meanwhile.</summary>
    public FileStream? Open()
    {
        try
        {
            return File.OpenRead(Path);
        }
        catch (Exception missing)
            when (missing is FileNotFoundException or DirectoryNotFoundException && IsGone)
        {
            return null;
        }
    }
}

/// <summary>The sealed tar of a backup: its members, and behind them the manifest.</summary>
internal static class BackupArchive
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Writes and flushes the file, which must not be there.</summary>
    /// <exception cref="IOException">One of the files cannot be read.</exception>
    public static BackupManifest Write(
        string file,
        RecoveryKey key,
        IEnumerable<ArchivedFile> files,
        BackupManifest about
    )
    {
        using var target = DataFolder.CreateFile(file);
        using var sealing = new SealingStream(target, key);
        var members = new SortedDictionary<string, BackupMember>(StringComparer.Ordinal);
        using (var tar = new TarWriter(sealing, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var one in files)
            {
                using var source = one.Open();
                if (source is null)
                {
                    continue;
                }

                using var hashed = new HashedFile(source);
                tar.WriteEntry(Entry(one.Name, hashed));
                members.Add(one.Name, new(hashed.Length, hashed.Hash()));
            }

            about = about with { Members = members };
            using var text = new MemoryStream(
                JsonSerializer.SerializeToUtf8Bytes(about, BackupManifest.Json)
            );
            tar.WriteEntry(Entry(BackupManifest.Name, text));
        }

        sealing.Finish();
        target.Flush(flushToDisk: true);
        return about;
    }

    /// <summary>
    /// Reads the whole file and holds each member against its hash; into <paramref name="folder"/> they
    /// go when it is given.
    /// </summary>
    /// <exception cref="BackupRefused">It is not, or no longer, what was written.</exception>
    public static BackupManifest Read(string file, RecoveryKey key, string? folder = null)
    {
        try
        {
            using var source = File.OpenRead(file);
            using var opened = new OpeningStream(source, key);
            using var tar = new TarReader(opened, leaveOpen: true);
            var found = new Dictionary<string, BackupMember>(StringComparer.Ordinal);
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.Name == BackupManifest.Name)
                {
                    var about = Manifest(entry, found, file);
                    opened.CopyTo(Stream.Null);
                    return about;
                }

                found.Add(entry.Name, Take(entry, folder, file));
            }
        }
        catch (Exception unreadable)
            when (unreadable is FileNotFoundException or UnauthorizedAccessException)
        {
            throw new BackupRefused(BackupFault.CannotRead, file, unreadable);
        }
        catch (Exception torn)
            when (torn is InvalidDataException or EndOfStreamException or JsonException)
        {
            throw new BackupRefused(BackupFault.Damaged, file, torn);
        }

        throw new BackupRefused(BackupFault.Damaged, file);
    }

    private static PaxTarEntry Entry(string name, Stream bytes) =>
        new(TarEntryType.RegularFile, name)
        {
            DataStream = bytes,
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };

    private static BackupManifest Manifest(
        TarEntry entry,
        Dictionary<string, BackupMember> found,
        string file
    )
    {
        var about = JsonSerializer.Deserialize<BackupManifest>(
            entry.DataStream!,
            BackupManifest.Json
        )!;
        if (about.Form > BackupManifest.CurrentForm)
        {
            throw new BackupRefused(BackupFault.NewerSchema, file);
        }

        return
            about.Members.Count == found.Count
            && about.Members.All(member => found.GetValueOrDefault(member.Key) == member.Value)
            ? about
            : throw new BackupRefused(BackupFault.Damaged, file);
    }

    private static BackupMember Take(TarEntry entry, string? folder, string file)
    {
        using var target = folder is null
            ? Stream.Null
            : Target(folder, entry.Name) ?? throw new BackupRefused(BackupFault.Damaged, file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        for (int read; (read = entry.DataStream?.Read(buffer) ?? 0) > 0; )
        {
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        (target as FileStream)?.Flush(flushToDisk: true);
        return new(entry.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Null for a name that leads out of the folder.</summary>
    private static FileStream? Target(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return null;
        }

        DataFolder.Create(Path.GetDirectoryName(path)!);
        return DataFolder.CreateFile(path);
    }
}
