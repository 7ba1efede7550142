using Lms.Web.Content.Assets;

namespace Lms.Web.Features.Shared.Files;

/// <summary>
/// A photo or a PDF that proves something: of the kinds that <see cref="CheckedFile"/> takes the two
/// that need no program of their own, and nothing in them that acts by itself.
/// </summary>
public static class PaperFile
{
    /// <summary>Key of the words that say why not; null when it is taken.</summary>
    public static (CheckedFile? File, string? Fault) Of(string name, byte[] bytes)
    {
        if (CheckedFile.Of(name, bytes) is not { } file)
        {
            return (null, "shared.evidence.file.kind");
        }

        return file.MediaType switch
        {
            "application/pdf" => ActivePdf.Is(file.Bytes)
                ? (null, "shared.evidence.file.active")
                : (file, null),
            "image/jpeg" => Sized(file, "jpg"),
            "image/png" => Sized(file, "png"),
            _ => (null, "shared.evidence.file.kind"),
        };
    }

    private static (CheckedFile?, string?) Sized(CheckedFile file, string extension)
    {
        using var stream = new MemoryStream(file.Bytes);
        return PictureSize.Of(extension, stream) switch
        {
            null => (null, "shared.evidence.file.kind"),
            { IsFlood: true } => (null, "shared.evidence.file.flood"),
            _ => (file, null),
        };
    }
}
