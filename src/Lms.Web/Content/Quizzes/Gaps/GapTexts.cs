using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Quizzes.Gaps;

internal static class GapTexts
{
    public static readonly FindingText NotReadable = Error(
        "gap-not-readable",
        "Пропуск пишуть так: три знаки «_» і відповідь у дужках на тому ж рядку, ___{{відповідь}}.",
        "A gap is three “_” and the answer in braces on the same line, ___{{answer}}."
    );

    public static readonly FindingText InTable = Error(
        "gap-in-table",
        "Пропуск не може стояти в таблиці: винесіть його в абзац або список.",
        "A gap cannot stand in a table: move it to a paragraph or a list."
    );

    public static readonly FindingText OutsideQuestion = Error(
        "gap-outside-question",
        "Пропуск може стояти лише в запитанні.",
        "A gap may stand in a question only."
    );

    public static readonly FindingText OutsidePrompt = Error(
        "gap-outside-prompt",
        "Пропуск може стояти лише в тексті запитання, і тоді в запитання немає інших відповідей.",
        "A gap may stand in the text of a question only, which then has no other answers."
    );

    public static readonly FindingText WithOptions = Error(
        "gaps-and-options",
        "У запитанні є і пропуски, і список відповідей: лишіть одне.",
        "The question has both gaps and a list of answers: keep one of them."
    );

    public static readonly FindingText EmptyPart = Error(
        "empty-gap",
        "У пропуску порожня відповідь.",
        "An answer of the gap is empty."
    );

    public static readonly FindingText OneStar = Error(
        "gap-key",
        "Щоб вибирати, у пропуску має бути щонайменше два варіанти й рівно один із «*»: ___{{*так|ні}}.",
        "To choose from, a gap needs two options at least and exactly one with “*”: ___{{*right|wrong}}."
    );

    public static readonly FindingText TooMany = Error(
        "too-many-gaps",
        "У запитанні більше ніж {0} пропусків або відповідей в одному.",
        "The question has over {0} gaps, or answers in one of them."
    );
}
