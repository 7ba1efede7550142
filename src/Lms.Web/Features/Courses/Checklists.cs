using Lms.Domain.Courses;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses;

/// <summary>
/// The checklists of a published lesson. Their boxes belong to the form <c>ticks</c> of the page and
/// are dead until a reader with an account opens it.
/// </summary>
internal static class Checklists
{
    private const string Box = "<input type=\"checkbox\" disabled";
    private const string Value = "value=\"";

    public static bool Has(PublishedText text) =>
        text.Lesson!.Blocks.Any(block => block.Kind == LessonBlockKind.Checklist);

    /// <summary>Every entry, as its block's id and its place: <c>prep:3</c>.</summary>
    public static IEnumerable<string> EntriesOf(PublishedText text)
    {
        var html = text.Body.Value ?? "";
        for (
            var at = html.IndexOf(Box, StringComparison.Ordinal);
            at >= 0;
            at = html.IndexOf(Box, at + 1, StringComparison.Ordinal)
        )
        {
            var start = html.IndexOf(Value, at, StringComparison.Ordinal) + Value.Length;
            yield return html[start..html.IndexOf('"', start)];
        }
    }

    /// <summary>The lesson with living boxes, those in <paramref name="ticked"/> ticked.</summary>
    public static HtmlString Ticked(PublishedText text, IReadOnlySet<string> ticked)
    {
        var html = (text.Body.Value ?? "").Replace(
            Box,
            "<input type=\"checkbox\"",
            StringComparison.Ordinal
        );
        foreach (var entry in ticked)
        {
            html = html.Replace(
                $"{Value}{entry}\"",
                $"{Value}{entry}\" checked",
                StringComparison.Ordinal
            );
        }

        return new(html);
    }
}
