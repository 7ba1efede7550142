using Lms.Domain.Quizzes;

namespace Lms.Web.Content.Courses;

/// <summary>Questions in another language: the same ones, with the same keys, in the same order.</summary>
internal static class TranslatedQuestions
{
    /// <summary>The translated questions, each with what the source says of it beside its words.</summary>
    public static List<Question> Matched(
        this Translation opened,
        IReadOnlyList<Question> source,
        IReadOnlyList<Question> translated
    )
    {
        var same = source
            .Zip(translated)
            .TakeWhile(pair => pair.Second.HasKeyOf(pair.First))
            .Select(pair => pair.Second.WithRulesOf(pair.First))
            .ToList();
        if (same.Count < source.Count || same.Count < translated.Count)
        {
            var longer = same.Count < translated.Count ? translated : source;
            opened.ReportAt(longer[same.Count].Id, TranslationTexts.KeyDiffers);
        }

        return same;
    }
}
