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
            Opened.ReportAt(scene, TranslationTexts.WaysDiffer);
        }

        if (source.Deck is { } deck && words.Deck is { } slides)
        {
            if (deck.Slides.Count != slides.Slides.Count)
            {
                Opened.Fields.ReportKey("title", TranslationTexts.SlidesDiffer);
            }

            Opened.Matched(PollsOf(deck), PollsOf(slides));
        }

        return words with
        {
            Practice = Opened.Matched(source.Practice, words.Practice),
            Quiz = source.Quiz is { } judging
                ? judging with
                {
                    Questions = Opened.Matched(judging.Questions, words.Quiz!.Questions),
                }
                : null,
        };
    }

    private static List<Question> PollsOf(DeckText deck) =>
        [
            .. deck
                .Slides.Select(slide => slide.Polls)
                .OfType<QuizText>()
                .SelectMany(QuizJson.ReadQuestions),
        ];
}
