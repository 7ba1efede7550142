using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Courses;

internal static class TranslationTexts
{
    public static readonly FindingText Stale = Warning(
        "stale-translation",
        "Переклад зроблено не з теперішнього тексту оригіналу. Звірте їх і запишіть: source: {0}",
        "The translation was not made from the source as it stands. Compare them and write: source: {0}"
    );

    public static readonly FindingText Orphan = Error(
        "orphan-translation",
        "Поруч немає «{0}», перекладом якого є цей файл.",
        "There is no “{0}” beside it that this file translates."
    );

    public static readonly FindingText OwnLanguage = Error(
        "translation-own-language",
        "Курс уже написано цією мовою ({0}): перекладу в неї не буває.",
        "The course is written in this language ({0}) already: it has no translation into it."
    );

    public static readonly FindingText WithoutCourse = Error(
        "translation-without-course",
        "Модуль перекладено, а course.md — ні: додайте course.{0}.md.",
        "The module is translated and course.md is not: add course.{0}.md."
    );

    public static readonly FindingText WaysDiffer = Error(
        "translation-differs",
        "Переклад кейсу має інші сцени чи вибори, ніж оригінал: перша відмінність — «{0}».",
        "The translation of the case has other scenes or choices than its source: first at “{0}”."
    );

    public static readonly FindingText KeyDiffers = Error(
        "translation-key-differs",
        "Запитання «{0}» у перекладі й в оригіналі не те саме: їхні ключі, порядок і те, що можна ввести, мають збігатися.",
        "The question “{0}” is not the same here and in the source: keys, order and what may be typed must agree."
    );

    public static readonly FindingText SlidesDiffer = Error(
        "translation-slides-differ",
        "У перекладі інше число слайдів, ніж в оригіналі.",
        "The translation has another number of slides than its source."
    );
}
