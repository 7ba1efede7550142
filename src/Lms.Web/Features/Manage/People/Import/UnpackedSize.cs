using System.IO.Compression;

namespace Lms.Web.Features.Manage.People.Import;

/// <summary>A small file that unpacks to a huge one.</summary>
public sealed class TooMuchToUnpackException : Exception;

/// <summary>Unpacks a file into nothing before anybody reads it, and stops where it grows too big.</summary>
internal static class UnpackedSize
{
    private const int MostEntries = 200;
    private const long MostBytes = 60L * 1024 * 1024;

    /// <exception cref="TooMuchToUnpackException">It is no table of people, whatever its head says of its size.</exception>
    public static void Check(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false));
        if (zip.Entries.Count > MostEntries)
        {
            throw new TooMuchToUnpackException();
        }

        var left = MostBytes;
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries)
        {
            using var packed = entry.Open();
            for (int read; (read = packed.Read(buffer)) > 0; )
            {
                left -= read;
                if (left < 0)
                {
                    throw new TooMuchToUnpackException();
                }
            }
        }
    }
}
