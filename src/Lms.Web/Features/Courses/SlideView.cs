using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses;

/// <summary>A slide with its keys and notes: for those who lead the session, and nobody else.</summary>
/// <param name="Polls">The options of each question that has some.</param>
public sealed record SlideView(
    string Title,
    HtmlString Html,
    IReadOnlyList<IReadOnlyList<PollOption>> Polls,
    HtmlString? Notes
)
{
    public static SlideView Of(Slide slide) =>
        new(
            slide.Title,
            new(slide.Html),
            [.. QuestionsOf(slide).OfType<ChoiceQuestion>().Select(PollOption.Of)],
            slide.NotesHtml is { } notes ? new(notes) : null
        );

    private static IReadOnlyList<Question> QuestionsOf(Slide slide) =>
        slide.Polls is { } polls ? QuizJson.ReadQuestions(polls) : [];
}

public sealed record PollOption(HtmlString Words, bool IsRight)
{
    public static IReadOnlyList<PollOption> Of(ChoiceQuestion question) =>
        [.. question.Options.Select(option => new PollOption(new(option.Html), option.IsRight))];
}
