using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Exchange.Gift;

internal static class GiftTexts
{
    public static readonly FindingText NotAQuestion = Error(
        "gift-not-a-question",
        "Тут немає відповідей у фігурних дужках: це опис, а не запитання, його не взято.",
        "There are no answers in braces: this is a description and not a question, and was not taken."
    );

    public static readonly FindingText Unclosed = Error(
        "gift-brace-not-closed",
        "Дужку «{{» не закрито до порожнього рядка. Порожній рядок завершує запитання; дужка в тексті пишеться «\\{{».",
        "The brace “{{” is not closed before the empty line. An empty line ends a question; a brace in a text is written “\\{{”."
    );

    public static readonly FindingText Unopened = Error(
        "gift-brace-not-opened",
        "Дужка «}}» нічого не закриває. Дужка в тексті пишеться «\\}}».",
        "The brace “}}” closes nothing. A brace in a text is written “\\}}”."
    );

    public static readonly FindingText SecondBrace = Error(
        "gift-second-brace",
        "У запитанні ще одна дужка «{0}». Відокремте запитання порожнім рядком; дужка в тексті пишеться «\\{0}».",
        "The question has one more brace “{0}”. Part questions by an empty line; a brace in a text is written “\\{0}”."
    );

    public static readonly FindingText TitleUnclosed = Error(
        "gift-title-not-closed",
        "Назву запитання не закрито двома двокрапками «::».",
        "The name of the question is not closed by “::”."
    );

    public static readonly FindingText TrueOrFalse = Error(
        "gift-true-or-false",
        "«{0}» у дужках не є відповіддю: пишіть TRUE або FALSE, а слово для введення — після «=».",
        "“{0}” in the braces is no answer: write TRUE or FALSE, and a word to be typed after “=”."
    );

    public static readonly FindingText AnswerMark = Error(
        "gift-answer-mark",
        "Відповідь «{0}» має починатися з «=» (правильна) або «~» (неправильна).",
        "The answer “{0}” must begin with “=” (right) or “~” (wrong)."
    );

    public static readonly FindingText PairArrow = Error(
        "gift-pair-arrow",
        "У парі «{0}» бракує стрілки «->».",
        "The pair “{0}” has no arrow “->”."
    );

    public static readonly FindingText Category = Error(
        "gift-category",
        "Категорія пишеться одним рядком: «$CATEGORY: назва».",
        "A category is one line: “$CATEGORY: name”."
    );

    public static readonly FindingText UnknownFormat = Warning(
        "gift-text-format",
        "«[{0}]» не є назвою формату: це взято як текст.",
        "“[{0}]” is no name of a format: it was taken as text."
    );

    public static readonly FindingText NoSuchKind = Error(
        "gift-no-such-question",
        "Таких запитань у GIFT немає: запитання пропущено.",
        "GIFT has no such questions: this one was left out."
    );

    public static readonly FindingText SeveralGaps = Error(
        "gift-several-gaps",
        "У GIFT буває лише один пропуск у тексті: запитання пропущено.",
        "GIFT has one gap in a text at most: the question was left out."
    );

    public static readonly FindingText NoSuchAnswer = Error(
        "gift-no-such-answer",
        "Відповідь «{0}» у GIFT не записується: запитання пропущено.",
        "The answer “{0}” cannot be written in GIFT: the question was left out."
    );
}
