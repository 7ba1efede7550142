using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Lms.Web.Content.Assets;
using Lms.Web.Content.Files;
using Microsoft.Win32.SafeHandles;

namespace Lms.Web.Content.Courses;

/// <summary>
/// One name for all bytes of a course folder: each path and length before its bytes, in the order
/// of the paths, so that no other set of files gives the same input.
/// </summary>
internal static class ContentHash
{
    private const int BufferBytes = 64 * 1024;

    public static string Of(string folder)
    {
        var buffer = new byte[BufferBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, full) in Files(folder))
        {
            try
            {
                using var file = File.OpenHandle(full);
                Append(hash, Encoding.UTF8.GetBytes(path));
                Append(hash, file, buffer);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // Reported where the file is read; such a course is not published.
                Append(hash, []);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Path, string Full)> Files(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
        };
        return new DirectoryInfo(folder)
            .EnumerateFiles("*", options)
            .Select(file =>
                (
                    Path: Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'),
                    Full: file.FullName,
                    file.Length
                )
            )
            .Where(file => file.Length <= MostBytesOf(file.Path))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, file.Full));
    }

    private static long MostBytesOf(string path) =>
        path.StartsWith($"{AssetFolder.Name}/", StringComparison.Ordinal)
            ? AssetFolder.MostBytes
            : SourceFile.MostBytes;

    private static void Append(IncrementalHash hash, SafeFileHandle file, byte[] buffer)
    {
        AppendLength(hash, RandomAccess.GetLength(file));
        var at = 0L;
        for (int read; (read = RandomAccess.Read(file, buffer, at)) > 0; at += read)
        {
            hash.AppendData(buffer, 0, read);
        }
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        AppendLength(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AppendLength(IncrementalHash hash, long value)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, value);
        hash.AppendData(length);
    }
}
