using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Fences;

internal static class FenceTexts
{
    public static readonly FindingText NeverClosed = Error(
        "block-never-closed",
        "Блок «{0}» не закрито: після його тексту поставте рядок із такою самою кількістю двокрапок.",
        "The block “{0}” is never closed: put a line of as many colons after its text."
    );

    public static readonly FindingText ClosesNothing = Error(
        "fence-closes-nothing",
        "Ці двокрапки нічого не закривають: приберіть їх або допишіть назву блоку.",
        "These colons close nothing: remove them, or write the name of a block."
    );

    public static readonly FindingText TooLong = Error(
        "outer-fence-too-short",
        "Блок стоїть усередині іншого: зовнішній має починатися і закінчуватися довшим рядком, «{0}».",
        "The block stands inside another one, which must begin and end with more colons: “{0}”."
    );

    public static readonly FindingText UnknownBlock = Error(
        "unknown-block",
        "Невідомий блок «{0}».",
        "Unknown block “{0}”."
    );

    public static readonly FindingText OnlyInLessons = Error(
        "block-only-in-lessons",
        "Блок «{0}» може стояти лише в уроці.",
        "The block “{0}” may stand in a lesson only."
    );

    public static readonly FindingText WithoutTitle = Error(
        "block-without-title",
        "Допишіть після «{0}» на тому ж рядку, про що цей блок.",
        "Write after “{0}”, on its line, what the block is about."
    );

    public static readonly FindingText TakesNoTitle = Error(
        "block-takes-no-title",
        "Після «{0}» на тому ж рядку не має бути тексту.",
        "No text may follow “{0}” on its line."
    );

    public static readonly FindingText HeadingInside = Error(
        "heading-in-block",
        "У блоці «{0}» не може бути заголовка: план уроку складають заголовки поза блоками.",
        "No heading may stand in the block “{0}”: the outline of a lesson is made of those outside."
    );
}
