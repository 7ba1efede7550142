using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Decks;

internal static class DeckTexts
{
    public static readonly FindingText EmptySlide = Error(
        "empty-slide",
        "Слайд порожній: напишіть щось або приберіть рядок «---».",
        "The slide is empty: write something, or remove the line “---”."
    );

    public static readonly FindingText TooManySlides = Error(
        "too-many-slides",
        "У презентації понад {0} слайдів.",
        "The deck has over {0} slides."
    );

    public static readonly FindingText OnlyOnSlides = Error(
        "block-only-on-slides",
        "Блок «{0}» може стояти лише на слайді.",
        "The block “{0}” may stand on a slide only."
    );

    public static readonly FindingText CheckWithoutKey = Error(
        "check-without-key",
        "Перевірка уваги потребує правильної відповіді; без неї це «::: poll».",
        "An attention check needs a right answer; without one it is “::: poll”."
    );
}
