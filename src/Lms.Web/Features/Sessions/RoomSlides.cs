using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Sessions;

/// <summary>The deck of a room, in the language it is held in.</summary>
public sealed record RoomSlides(string Language, IReadOnlyList<RoomSlide> All)
{
    public static readonly RoomSlides None = new("uk", []);

    public static RoomSlides Of(DeckText deck, string language) =>
        new(language, [.. deck.Slides.Select(RoomSlide.Of)]);
}

/// <param name="Html">What everybody sees.</param>
/// <param name="Notes">For those who lead alone: never in a page or an answer of anybody else.</param>
/// <param name="Polls">What those who lead may ask here, without its key.</param>
public sealed record RoomSlide(
    string Title,
    HtmlString Html,
    HtmlString? Notes,
    IReadOnlyList<SlidePoll> Polls
)
{
    public static RoomSlide Of(Slide slide) =>
        new(
            slide.Title,
            new(slide.Html),
            slide.NotesHtml is { } notes ? new(notes) : null,
            slide.Polls is { } polls
                ? [.. QuizJson.ReadQuestions(polls).Where(SlidePoll.IsAsked).Select(SlidePoll.Of)]
                : []
        );
}

/// <param name="Points">For a right answer, in whole points; 0 for a question without a right one.</param>
public sealed record SlidePoll(string Id, HtmlString Prompt, int Points)
{
    public static SlidePoll Of(Question question) =>
        new(question.Id, new(question.PromptHtml), (question.Points.Thousandths + 999) / 1000);

    /// <summary>The kinds that a crowd can answer in a minute on a phone.</summary>
    public static bool IsAsked(Question question) =>
        question.Kind switch
        {
            QuestionKind.Single
            or QuestionKind.Multiple
            or QuestionKind.ShortText
            or QuestionKind.Numeric
            or QuestionKind.Ordering
            or QuestionKind.Scale => true,
            QuestionKind.Matching
            or QuestionKind.Cloze
            or QuestionKind.Essay
            or QuestionKind.File => false,
        };
}
