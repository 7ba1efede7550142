using Lms.Web.Content;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;

namespace Lms.Web.Doctor;

/// <summary>The content, as <c>check</c> sees it, in numbers.</summary>
internal static class ContentSigns
{
    public static Sign Of(LmsSettings settings, OrganisationPack pack, TimeProvider time)
    {
        var content = ContentCheck.Run(
            settings.Content,
            Path.Combine(settings.Content, "organisation"),
            pack.DayOf(time.Now())
        );
        var errors = content.Findings.Count(finding => finding.Severity == Severity.Error);
        var warnings = content.Findings.Count - errors;
        var numbers = $"курсів {content.Courses.Count}, помилок {errors}, зауважень {warnings}";
        var inEnglish = $"{content.Courses.Count} courses, {errors} errors, {warnings} warnings";
        return errors > 0
            ? Sign.Yellow(
                $"Вміст: {numbers}. Подробиці: lms check.",
                $"Content: {inEnglish}. See: lms check."
            )
            : Sign.Green($"Вміст: {numbers}.", $"Content: {inEnglish}.");
    }
}
