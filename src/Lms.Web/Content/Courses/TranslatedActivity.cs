using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Lms.Web.Features.Shared;

namespace Lms.Web.Content.Courses;

/// <summary>An activity in another language, read but for its links.</summary>
internal sealed record TranslatedActivity(
    string Language,
    ParsedActivity Source,
    ParsedActivity Words,
    Translation Opened
)
{
    /// <param name="source">What it translates: ids, keys and ways must be the same.</param>
    public ActivityWords Finish(ActivityWords source, LinkTargets targets)
    {
        var words = Words.Finish(targets).Words with { IsStale = Opened.IsStale };
        if (
            source.Case is { } original
            && words.Case is { } translated
            && original.DiffersAt(translated) is { } scene
        )
        {
            Report(TranslationTexts.WaysDiffer, scene);
        }

        if (source.Deck is { } deck && words.Deck is { } slides)
        {
            if (deck.Slides.Count != slides.Slides.Count)
            {
                Opened.Fields.ReportKey("title", TranslationTexts.SlidesDiffer);
            }

            Checked(PollsOf(deck), PollsOf(slides));
        }

        return words with
        {
            Practice = Checked(source.Practice, words.Practice),
            Quiz = source.Quiz is { } judging
                ? judging with
                {
                    Questions = Checked(judging.Questions, words.Quiz!.Questions),
                }
                : null,
        };
    }

    /// <summary>The translated questions, each with what the source says of it beside its words.</summary>
    private List<Question> Checked(
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
            Report(TranslationTexts.KeyDiffers, longer[same.Count].Id);
        }

        return same;
    }

    private static List<Question> PollsOf(DeckText deck) =>
        [
            .. deck
                .Slides.Select(slide => slide.Polls)
                .OfType<QuizText>()
                .SelectMany(QuizJson.ReadQuestions),
        ];

    /// <summary>At the heading that has the id, else where the text begins.</summary>
    private void Report(FindingText text, string id)
    {
        var bodyStart = Opened.Front.BodyStart;
        var found = Opened.File.Text.IndexOf($"{{#{id}", bodyStart, StringComparison.Ordinal);
        Opened.File.Report(text, found < 0 ? bodyStart : found, id);
    }
}
