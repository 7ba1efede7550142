using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Exchange.Aiken;

internal static class AikenTexts
{
    public static readonly FindingText StrayText = Error(
        "aiken-not-a-question",
        "Після цього тексту немає відповідей «A) …»: його не взято.",
        "No options “A) …” follow this text: it was not taken."
    );

    public static readonly FindingText WithoutText = Error(
        "aiken-without-text",
        "Перед відповідями немає тексту запитання.",
        "No text of a question stands before the options."
    );

    public static readonly FindingText WithoutAnswer = Error(
        "aiken-without-answer",
        "Запитання не завершено рядком «ANSWER: A».",
        "The question does not end with a line “ANSWER: A”."
    );

    public static readonly FindingText AnswerForm = Error(
        "aiken-answer-form",
        "«{0}» має бути рядком «ANSWER: » з однією літерою відповіді.",
        "“{0}” must be a line “ANSWER: ” with the letter of one option."
    );

    public static readonly FindingText AnswerUnknown = Error(
        "aiken-answer-unknown",
        "Відповіді «{0}» серед варіантів немає.",
        "There is no option “{0}”."
    );

    public static readonly FindingText LetterOrder = Error(
        "aiken-letter-order",
        "Тут чекали літеру «{1}», а не «{0}»: варіанти йдуть за латинською абеткою.",
        "Here “{1}” was expected, not “{0}”: options go by the Latin alphabet."
    );

    public static readonly FindingText WrappedOption = Error(
        "aiken-option-wrapped",
        "Рядок не є ні варіантом, ні «ANSWER:». Варіант має вміщатися в один рядок.",
        "The line is neither an option nor “ANSWER:”. An option stands on one line."
    );

    public static readonly FindingText WrappedText = Warning(
        "aiken-text-wrapped",
        "Текст запитання стоїть у кількох рядках: їх поєднано в один.",
        "The text of the question stands on several lines: they were joined."
    );

    public static readonly FindingText LookAlike = Warning(
        "aiken-look-alike-letter",
        "«{0}» — кирилична літера: взято як латинську «{1}».",
        "“{0}” is a Cyrillic letter: taken as the Latin “{1}”."
    );
}
