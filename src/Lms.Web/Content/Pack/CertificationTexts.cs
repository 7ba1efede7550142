using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Pack;

internal static class CertificationTexts
{
    public static readonly FindingText ExpectsPath = Error(
        "expects-path",
        "Тут має бути шлях: список кроків, «any» разом із «of» або один крок ({0}).",
        "A path must stand here: a list of steps, “any” with “of”, or one step ({0})."
    );

    public static readonly FindingText ExpectsTerm = Error(
        "expects-term",
        "«{0}» має бути строком, як-от 24 months, 90 days чи 1 month 15 days; тут «{1}».",
        "“{0}” must be a term such as 24 months, 90 days or 1 month 15 days; this is “{1}”."
    );

    public static readonly FindingText ExpectsMonthDay = Error(
        "expects-month-and-day",
        "«{0}» має бути днем кожного року, як-от 07-30; тут «{1}».",
        "“{0}” must be a day of every year, such as 07-30; this is “{1}”."
    );

    public static readonly FindingText FixedOnly = Error(
        "fixed-only",
        "«{0}» має сенс лише разом із basis: fixed.",
        "“{0}” makes sense with basis: fixed only."
    );

    public static readonly FindingText AsksNothing = Error(
        "coverage-asks-nothing",
        "Правило не каже, що треба мати: напишіть certification чи profile.",
        "The rule does not say what is to be held: write certification or profile."
    );
}
