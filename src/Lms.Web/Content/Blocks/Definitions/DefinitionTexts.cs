using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Definitions;

internal static class DefinitionTexts
{
    public static readonly FindingText WithoutTerm = Error(
        "definition-without-term",
        "Рядок «: …» пояснює термін, що стоїть над ним, а тут терміна немає.",
        "A line “: …” explains the term above it, and there is no term."
    );

    public static readonly FindingText TermWithoutBlankLine = Error(
        "term-without-blank-line",
        "Цей рядок прочитано як продовження пояснення: якщо це новий термін, поставте перед ним порожній рядок, якщо ні, відступіть на чотири пробіли.",
        "This line is read as part of the explanation above: if it is a new term, put a blank line before it, if not, indent it by four spaces."
    );

    public static readonly FindingText Expected = Error(
        "expects-definition-list",
        "У блоці «{0}» має бути лише список: рядок із терміном, під ним «: » і текст, а далі все з відступом у чотири пробіли.",
        "The block “{0}” must hold a list alone: a line with a term, and below it “: ” and the text, and what follows indented by four spaces."
    );
}
