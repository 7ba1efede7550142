using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Include;

internal static class IncludeTexts
{
    public static readonly FindingText NotSnippet = Error(
        "include-not-snippet",
        "Вставити можна лише файл теки «snippets» цього курсу: «{0}».",
        "Only a file of the folder “snippets” of this course can be included: “{0}”."
    );

    public static readonly FindingText Broken = Error(
        "broken-include",
        "Файла «{0}» немає.",
        "There is no file “{0}”."
    );

    public static readonly FindingText Cycle = Error(
        "include-cycle",
        "Файл вставляє сам себе: {0}.",
        "The file includes itself: {0}."
    );

    public static readonly FindingText TooDeep = Error(
        "include-too-deep",
        "Вставок одна в одній не більше {0}.",
        "Includes may stand in one another {0} deep at most."
    );

    public static readonly FindingText TooLong = Error(
        "include-too-long",
        "З цією вставкою урок більший за {0} кБ.",
        "With this include the lesson is over {0} kB."
    );

    public static readonly FindingText HasBody = Error(
        "include-with-text",
        "Між рядком «::: include …» і рядком «:::» нічого не має бути.",
        "Nothing may stand between the line “::: include …” and the line “:::”."
    );

    public static readonly FindingText IdInside = Error(
        "id-in-snippet",
        "У вставці не може бути ідентифікатора «#{0}»: вона може стояти на сторінці кілька разів.",
        "A snippet cannot have an id “#{0}”: it may stand on a page several times."
    );

    public static readonly FindingText Unused = Warning(
        "unused-snippet",
        "Цього тексту ніхто не вставляє.",
        "No text includes this one."
    );
}
