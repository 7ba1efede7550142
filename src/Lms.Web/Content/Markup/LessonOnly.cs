using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Markup;

/// <summary>
/// What stands at the end of a lesson has no place in a question, whose parts are shown
/// apart, nor in the description of a course.
/// </summary>
internal static class LessonOnly
{
    public static readonly FindingText Only = Error(
        "only-in-lessons",
        "«{0}» діє лише в уроці: заберіть це звідси.",
        "“{0}” works in a lesson alone: take it out of here."
    );

    public static void Refuse(MarkupText text)
    {
        RefuseNotes(text, text.Document);
        foreach (var notes in text.Document.OfType<FootnoteGroup>().ToList())
        {
            text.Document.Remove(notes);
        }
    }

    /// <summary>Reports each reference to a footnote that stands within <paramref name="part"/>.</summary>
    public static void RefuseNotes(MarkupText text, ContainerBlock part)
    {
        foreach (var link in part.Descendants<FootnoteLink>().Where(link => !link.IsBackLink))
        {
            text.Report(Only, link.Span.Start, $"[{link.Footnote.Label}]");
        }
    }
}
