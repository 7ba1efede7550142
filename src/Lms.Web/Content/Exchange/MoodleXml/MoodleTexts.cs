using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Exchange.MoodleXml;

internal static class MoodleTexts
{
    public static readonly FindingText Malformed = Error(
        "moodle-xml-malformed",
        "Тут XML пошкоджено: далі файл не читали.",
        "The XML is broken here: the file was not read on."
    );

    public static readonly FindingText Dtd = Error(
        "moodle-xml-doctype",
        "Оголошення <!DOCTYPE> не дозволено: файл не взято.",
        "A <!DOCTYPE> is not allowed: the file was not taken."
    );

    public static readonly FindingText TooDeep = Error(
        "moodle-xml-too-deep",
        "Елементи XML занадто вкладені або мають забагато атрибутів: далі файл не читали.",
        "Elements of the XML nest too deep or have too many attributes: the file was not read on."
    );

    public static readonly FindingText NotQuiz = Error(
        "moodle-xml-root",
        "Файл Moodle XML починається елементом <quiz>, а не <{0}>.",
        "A file of Moodle XML begins with the element <quiz>, not <{0}>."
    );

    public static readonly FindingText Description = Error(
        "moodle-xml-description",
        "Це опис, а не запитання: його не взято.",
        "This is a description and not a question: it was not taken."
    );

    public static readonly FindingText UnknownType = Error(
        "moodle-xml-type",
        "Запитань виду «{0}» тут немає: його не взято.",
        "There are no questions of the type “{0}” here: it was not taken."
    );

    public static readonly FindingText TooManyParts = Error(
        "moodle-xml-too-big",
        "Запитання має забагато елементів: його не взято.",
        "The question has too many elements: it was not taken."
    );

    public static readonly FindingText GraderNotes = Warning(
        "moodle-xml-grader-notes",
        "Нотатки для оцінювача стали критеріями, а критерії бачить і учасник: перевірте їх.",
        "The notes for graders became criteria, which learners see too: look them through."
    );

    public static readonly FindingText Points = Warning(
        "moodle-xml-points",
        "Бал «{0}» має бути від 0.001 до 100: взято 1.",
        "The mark “{0}” must be 0.001 to 100: taken as 1."
    );

    public static readonly FindingText WithoutGaps = Error(
        "moodle-xml-without-gaps",
        "У тексті немає жодного пропуску.",
        "The text has no gap."
    );

    public static readonly FindingText GapTolerance = Error(
        "moodle-xml-gap-tolerance",
        "Пропуск із числом і похибкою «{0}» не можна записати тут: запитання не взято.",
        "A gap with a number and a tolerance “{0}” cannot be written here: the question was not taken."
    );
}
