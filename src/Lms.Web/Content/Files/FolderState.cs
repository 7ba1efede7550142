using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lms.Web.Content.Files;

/// <summary>
/// A short name for the state of a folder, from names, lengths and times of writing alone: cheap
/// enough to be asked often.
/// </summary>
internal static class FolderState
{
    private const int Bytes = 8;

    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(folder).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(LineOf(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }

    private static IEnumerable<FileInfo> Files(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles(
            "*",
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
            }
        );

    private static string LineOf(FileInfo file) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{file.FullName}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}\n"
        );
}
