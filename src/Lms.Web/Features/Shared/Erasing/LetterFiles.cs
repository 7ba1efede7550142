using Lms.Web.Mail;
using MimeKit;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>Letters that were written as files because there is no mail server.</summary>
internal static class LetterFiles
{
    public static string FolderOf(LmsSettings settings) => Path.Combine(settings.Data, "mail");

    /// <summary>Deletes those to a login of the erased, or that name them.</summary>
    public static async Task DeleteAsync(
        LmsSettings settings,
        Footprint who,
        CancellationToken cancel
    )
    {
        var folder = new DirectoryInfo(FolderOf(settings));
        if (!folder.Exists)
        {
            return;
        }

        string[] words = [.. who.WholeNames, .. who.Logins];
        foreach (var file in folder.EnumerateFiles("*.eml"))
        {
            if (await IsAboutAsync(file, words, cancel))
            {
                file.Delete();
            }
        }
    }

    /// <summary>Deletes these; the name of each ends with its id.</summary>
    public static void Delete(LmsSettings settings, IEnumerable<MailId> letters)
    {
        var folder = new DirectoryInfo(FolderOf(settings));
        if (!folder.Exists)
        {
            return;
        }

        var ids = letters.Select(one => one.Value.ToString("N")).ToHashSet(StringComparer.Ordinal);
        foreach (var file in folder.EnumerateFiles("*.eml"))
        {
            if (ids.Contains(Path.GetFileNameWithoutExtension(file.Name).Split('-')[^1]))
            {
                file.Delete();
            }
        }
    }

    private static async Task<bool> IsAboutAsync(
        FileInfo file,
        string[] words,
        CancellationToken cancel
    )
    {
        try
        {
            var letter = await MimeMessage.LoadAsync(file.FullName, cancel);
            var text = $"{letter.To} {letter.Subject} {letter.TextBody}";
            return words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
        catch (FormatException)
        {
            // A file that is no letter was not written here.
            return false;
        }
    }
}
