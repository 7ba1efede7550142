using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Abbreviations;

internal static class AbbreviationTexts
{
    public static readonly FindingText TooMany = Error(
        "too-many-abbreviations",
        "У тексті більше ніж {0} скорочень.",
        "The text has over {0} abbreviations."
    );

    public static readonly FindingText Twice = Warning(
        "duplicate-abbreviation",
        "Скорочення «{0}» вже пояснено вище: діє перше пояснення.",
        "The abbreviation “{0}” is explained above already: the first explanation stands."
    );

    public static readonly FindingText Unused = Warning(
        "unused-abbreviation",
        "Скорочення «{0}» у тексті немає.",
        "The abbreviation “{0}” is not in the text."
    );
}
