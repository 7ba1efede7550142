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
    private const string Box = "<input type=\"checkbox\"";
    private const string Dead = $"{Box} disabled=\"\"";
    private const string Value = "value=\"";

    public static bool Has(PublishedText text) =>
        text.Lesson!.Blocks.Any(block => block.Kind == LessonBlockKind.Checklist);

    /// <summary>Every entry, as its block's id and a name made of its words: <c>prep:1a2b3c</c>.</summary>
    public static IEnumerable<string> EntriesOf(PublishedText text) =>
        text.Lesson!.Blocks.SelectMany(block => block.Entries);

    /// <summary>The lesson with living boxes, those in <paramref name="ticked"/> ticked.</summary>
    public static HtmlString Ticked(PublishedText text, IReadOnlySet<string> ticked)
    {
        var html = (text.Body.Value ?? "").Replace(Dead, Box, StringComparison.Ordinal);
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
