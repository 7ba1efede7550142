using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Questions;

internal static class PracticeTexts
{
    public static readonly FindingText NotByTrainer = Error(
        "practice-needs-trainer",
        "Запитання для практики перевіряє сам сайт: твір і файл можливі лише в тесті.",
        "The site itself checks a practice question: an essay and a file are possible in a quiz only."
    );
}
