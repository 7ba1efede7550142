using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Footnotes;

internal static class FootnoteTexts
{
    public static readonly FindingText Unknown = Warning(
        "unknown-footnote",
        "Виноски «{0}» немає: буде показано як текст.",
        "There is no footnote “{0}”: it will be shown as text."
    );

    public static readonly FindingText Unused = Warning(
        "unused-footnote",
        "На виноску «{0}» ніщо не посилається: її не буде показано.",
        "Nothing refers to the footnote “{0}”: it will not be shown."
    );
}
