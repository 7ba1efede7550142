using System.Globalization;
using Lms.Web.Features.Shared.Erasing;

namespace Lms.Web.Features.Privacy;

/// <summary>Letters in <c>Data/mail</c>, whose names begin with the instant they were written.</summary>
internal static class OldLetterFiles
{
    private const string Instant = "yyyyMMdd-HHmmss";

    public static void Delete(LmsSettings settings, DateTimeOffset before)
    {
        var folder = new DirectoryInfo(LetterFiles.FolderOf(settings));
        if (!folder.Exists)
        {
            return;
        }

        foreach (var file in folder.EnumerateFiles("*.eml"))
        {
            if (
                file.Name.Length > Instant.Length
                && DateTimeOffset.TryParseExact(
                    file.Name[..Instant.Length],
                    Instant,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var written
                )
                && written < before
            )
            {
                file.Delete();
            }
        }
    }
}
