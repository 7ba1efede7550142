using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Quizzes;

/// <summary>What is said of banks and of what quizzes draw from them.</summary>
internal static class DrawTexts
{
    public static readonly FindingText EmptyBank = Error(
        "empty-bank",
        "У банку немає жодного запитання: запитання починається рядком «## …».",
        "The bank has no question: a question begins with a line “## …”."
    );

    public static readonly FindingText BankTooBig = Error(
        "bank-too-big",
        "У банку більше ніж {0} запитань: поділіть його.",
        "The bank has over {0} questions: split it."
    );

    public static readonly FindingText TooManyAsked = Error(
        "too-many-drawn",
        "Тест бере з банків більше ніж {0} запитань на одну спробу.",
        "The quiz draws over {0} questions for one attempt."
    );

    public static readonly FindingText UnknownBank = Error(
        "unknown-bank",
        "У курсі немає банку «{0}»: його файл мав би бути banks/{0}.bank.md.",
        "The course has no bank “{0}”: its file would be banks/{0}.bank.md."
    );

    public static readonly FindingText UnknownTag = Error(
        "unknown-tag",
        "У банку «{0}» жодне запитання не має мітки «{1}».",
        "No question of the bank “{0}” has the tag “{1}”."
    );

    public static readonly FindingText RunsShort = Error(
        "draw-runs-short",
        "Таких запитань у банку {0}; рядки вище можуть забрати стільки з них, що лишиться {1}, а треба {2}. Зменште «count» або допишіть запитання.",
        "The bank has {0} such questions; the lines above may take so many of them that {1} are left, and {2} are asked for. Lower “count” or add questions."
    );
}
