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
        foreach (var link in text.Document.Descendants<FootnoteLink>())
        {
            if (!link.IsBackLink)
            {
                text.Report(Only, link.Span.Start, $"[{link.Footnote.Label}]");
            }
        }

        foreach (var notes in text.Document.OfType<FootnoteGroup>().ToList())
        {
            text.Document.Remove(notes);
        }
    }
}
