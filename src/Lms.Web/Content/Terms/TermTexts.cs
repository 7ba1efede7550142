using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Terms;

internal static class TermTexts
{
    public static readonly FindingText Unknown = Warning(
        "unknown-term",
        "Терміна «{0}» немає у словнику: тут буде звичайне слово.",
        "The term “{0}” is not in the glossary: it will be a plain word."
    );

    public static readonly FindingText NotReadable = Warning(
        "term-not-readable",
        "Ці дві дужки не стали терміном: пишіть [[термін]] або [[термін|слово]] в одному рядку, у таблиці [[термін\\|слово]].",
        "These two brackets are no term: write [[term]] or [[term|word]] on one line, in a table [[term\\|word]]."
    );

    public static readonly FindingText SpelledTwoWays = Warning(
        "term-spelled-two-ways",
        "Один термін написано по-різному: «{0}» і «{1}».",
        "One term is spelled two ways: “{0}” and “{1}”."
    );

    public static readonly FindingText Twice = Error(
        "duplicate-term",
        "Термін «{0}» уже пояснено в рядку {1}.",
        "The term “{0}” is explained in line {1} already."
    );

    public static readonly FindingText Expected = Error(
        "expects-terms",
        "У словнику мають бути лише терміни: рядок із терміном, під ним «: » і пояснення.",
        "The glossary must hold terms alone: a line with a term, and below it “: ” and its meaning."
    );

    public static readonly FindingText BadTerm = Error(
        "bad-term",
        "Термін має бути простим текстом до {0} знаків, без «[», «]» і «|».",
        "A term must be plain text of {0} characters at most, without “[”, “]” and “|”."
    );

    public static readonly FindingText TooMany = Error(
        "too-many-terms",
        "Термінів у словнику більше за {0}.",
        "The glossary has more than {0} terms."
    );
}
