using System.Globalization;
using System.Security.Cryptography;

namespace Lms.Web.Content.Assets;

/// <summary>
/// The files of published versions in <c>Data/media</c>, under the names their bytes give them: a file
/// that stands there is whole and never changes.
/// </summary>
public sealed class MediaStore(LmsSettings settings) : IDisposable
{
    private const int BufferBytes = 128 * 1024;

    private readonly string folder = Path.Combine(settings.Data, "media");
    private readonly SemaphoreSlim writing = new(1, 1);

    /// <summary>On the disk; null when there is no such file.</summary>
    public FileInfo? Find(string name)
    {
        if (!IsName(name))
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(folder, name));
        return file.Exists ? file : null;
    }

    /// <summary>Copies what is not there yet; false when a file is no longer what was checked.</summary>
    public async Task<bool> KeepAsync(IEnumerable<MediaFile> files)
    {
        await writing.WaitAsync();
        try
        {
            foreach (var file in files.Where(file => Find(file.Name) is null))
            {
                if (!await CopyAsync(file))
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    private async Task<bool> CopyAsync(MediaFile file)
    {
        Directory.CreateDirectory(folder);
        var process = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var part = Path.Combine(folder, $".{file.Name}.{process}.part");
        if (await CopyAsync(file.Source, part) != file.Name[..file.Name.IndexOf('.')])
        {
            File.Delete(part);
            return false;
        }

        File.Move(part, Path.Combine(folder, file.Name), overwrite: true);
        return true;
    }

    /// <summary>The hash of what was written and is on the disk.</summary>
    private static async Task<string> CopyAsync(string source, string target)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var from = File.OpenRead(source);
        await using var to = File.Create(target);
        var buffer = new byte[BufferBytes];
        for (int read; (read = await from.ReadAsync(buffer)) > 0; )
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read));
        }

        to.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsName(string name)
    {
        var parts = name.Split('.');
        return parts is [{ Length: SHA256.HashSizeInBytes * 2 }, _]
            && parts[0].All(char.IsAsciiHexDigitLower)
            && AssetForm.All.ContainsKey(parts[1]);
    }
}
