using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lms.Web.Features.Shared.Files;

/// <summary>A file whose bytes are of a kind that may be handed in; what its name says does not count.</summary>
public sealed record CheckedFile(string Name, string MediaType, byte[] Bytes)
{
    /// <summary>Bytes of a file, at most.</summary>
    public const int Largest = 10 * 1024 * 1024;

    private const int LongestName = 120;
    private const string Docx =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Odt = "application/vnd.oasis.opendocument.text";

    /// <summary>Null when the bytes are of no kind that is taken.</summary>
    public static CheckedFile? Of(string name, byte[] bytes) =>
        KindOf(bytes) switch
        {
            { } kind => new(
                NameOf(name, kind.Ending),
                kind.MediaType,
                PictureTraces.Removed(kind.MediaType, bytes)
            ),
            null => null,
        };

    private static (string MediaType, string Ending)? KindOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? ("application/pdf", ".pdf")
        : bytes.StartsWith(PictureTraces.Jpeg) ? ("image/jpeg", ".jpg")
        : bytes.StartsWith(PictureTraces.Png) ? ("image/png", ".png")
        : bytes.StartsWith("PK\u0003\u0004"u8) ? DocumentOf(bytes.ToArray())
        : null;

    private static (string MediaType, string Ending)? DocumentOf(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (
                archive.GetEntry("word/document.xml") is not null
                && archive.GetEntry("[Content_Types].xml") is not null
                && archive.GetEntry("word/vbaProject.bin") is null
            )
            {
                return (Docx, ".docx");
            }

            return archive.GetEntry("mimetype") is { Length: < 100 } kind && Read(kind) == Odt
                ? (Odt, ".odt")
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var text = new char[100];
        return new(text, 0, reader.ReadBlock(text));
    }

    /// <summary>The last part of the name without what no file system takes, ending as the bytes say.</summary>
    private static string NameOf(string given, string ending)
    {
        var last = given.Split('/', '\\')[^1];
        var stem = Path.GetFileNameWithoutExtension(last);
        var plain = string.Concat(
            stem.Where(letter =>
                CharUnicodeInfo.GetUnicodeCategory(letter)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.Surrogate
                        or UnicodeCategory.PrivateUse
                    )
                && !"<>:\"|?*;".Contains(letter, StringComparison.Ordinal)
            )
        );
        var whole = plain.Trim(' ', '.');
        return (whole.Length == 0 ? "file" : whole[..Math.Min(whole.Length, LongestName)]) + ending;
    }
}
