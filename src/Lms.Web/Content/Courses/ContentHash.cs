using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lms.Web.Content.Courses;

/// <summary>
/// One name for all bytes of a course folder: each path and length before its bytes, in the order
/// of the paths, so that no other set of files gives the same input.
/// </summary>
internal static class ContentHash
{
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, full) in Files(folder))
        {
            try
            {
                var bytes = File.ReadAllBytes(full);
                Append(hash, Encoding.UTF8.GetBytes(path));
                Append(hash, bytes);
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
            .Where(file => file.Length <= Lms.Web.Content.Files.SourceFile.MostBytes)
            .Select(file =>
                (Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.FullName)
            )
            .OrderBy(file => file.Item1, StringComparer.Ordinal);
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
