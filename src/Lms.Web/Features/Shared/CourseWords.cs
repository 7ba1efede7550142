using Lms.Domain.Courses;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Shared;

/// <summary>What a course says of itself in one language.</summary>
/// <param name="Modules">In the order of the course.</param>
/// <param name="IsStale">A translation whose source has changed since.</param>
public sealed record CourseWords(
    string Language,
    string Title,
    string Summary,
    HtmlString Description,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<ModuleOutline> Modules,
    string? ContentNote,
    bool IsStale
)
{
    internal static CourseWords Of(CourseManifest manifest) =>
        new(
            manifest.Language,
            manifest.Title,
            manifest.Summary,
            new(manifest.DescriptionHtml),
            manifest.Outcomes,
            manifest.Modules,
            manifest.ContentNote,
            IsStale: false
        );

    internal static CourseWords Of(string language, ManifestTranslation translation) =>
        new(
            language,
            translation.Title,
            translation.Summary,
            new(translation.DescriptionHtml),
            translation.Outcomes,
            translation.Modules,
            translation.ContentNote,
            translation.IsStale
        );
}
