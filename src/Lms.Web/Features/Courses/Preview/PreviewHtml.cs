using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses.Preview;

/// <summary>The HTML of a draft with its links leading on within the preview.</summary>
internal static partial class PreviewHtml
{
    /// <summary>Where the questions of a lesson can be tried.</summary>
    public const string Questions = "h-try";

    public static HtmlString Of(string? html, DraftPreview draft)
    {
        var within = (html ?? "").Replace(
            $"href=\"/courses/{draft.Slug}/",
            $"href=\"{draft.Address}/",
            StringComparison.Ordinal
        );
        // Below the lesson each question stands with its own id.
        return new(
            PracticeLink()
                .Replace(within, $"href=\"#{Questions}\"")
                .Replace(
                    "<div class=\"practice\" id=",
                    "<div class=\"practice\" data-question=",
                    StringComparison.Ordinal
                )
        );
    }

    [GeneratedRegex("href=\"[^\":?#]*/practice/[a-z0-9-]+\"", RegexOptions.None, 1000)]
    private static partial Regex PracticeLink();
}
