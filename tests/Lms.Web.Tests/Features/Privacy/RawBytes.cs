using System.Text;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Privacy;

/// <summary>The bytes of every file of the data folder that could hold words of people.</summary>
internal static class RawBytes
{
    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode];

    /// <summary>Each word that stands in some file, with that file.</summary>
    public static List<string> Found(LmsHost host, IEnumerable<string> words)
    {
        var files = Directory
            .EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/keys/", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetRelativePath(host.Folder, file), Bytes: Read(file)))
            .ToList();
        return
        [
            .. words.SelectMany(word =>
                files
                    .Where(file =>
                        Encodings.Any(encoding =>
                            file.Bytes.AsSpan().IndexOf(encoding.GetBytes(word)) >= 0
                        )
                    )
                    .Select(file => $"{word} in {file.Name}")
            ),
        ];
    }

    // The database takes its log away when its last connection closes, which may be now.
    private static byte[] Read(string file)
    {
        try
        {
            using var open = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            return bytes;
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
