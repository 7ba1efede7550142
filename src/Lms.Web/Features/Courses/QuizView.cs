using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses;

/// <summary>A question as its page shows it: nothing here tells right from wrong.</summary>
public sealed record AskedQuestion(
    string Id,
    bool IsMultiple,
    HtmlString Prompt,
    IReadOnlyList<AskedOption> Options
)
{
    public bool IsAnswered => Options.Any(option => option.IsChosen);

    public static IReadOnlyList<AskedQuestion> Of(Attempt attempt, Quiz quiz)
    {
        var choices = attempt.LastValues();
        return
        [
            .. attempt.Paper.Questions.Select(placed =>
            {
                var question = (ChoiceQuestion)quiz.Question(placed.QuestionId);
                var chosen = choices.GetValueOrDefault(placed.QuestionId) ?? [];
                return new AskedQuestion(
                    placed.QuestionId,
                    question.Kind == QuestionKind.Multiple,
                    new HtmlString(question.PromptHtml),
                    [
                        .. placed.Options.Select(option => new AskedOption(
                            option.Id,
                            new HtmlString(question.Options[option.Index].Html),
                            chosen.Contains(option.Id)
                        )),
                    ]
                );
            }),
        ];
    }
}

public sealed record AskedOption(string Id, HtmlString Text, bool IsChosen);

/// <summary>A question after the attempt, with the keys the quiz's rule has opened.</summary>
public sealed record MarkedQuestion(
    HtmlString Prompt,
    Points Earned,
    Points Possible,
    IReadOnlyList<MarkedOption> Options,
    HtmlString? Explanation
)
{
    public static IReadOnlyList<MarkedQuestion> Of(Attempt attempt, Quiz quiz)
    {
        var choices = attempt.LastValues();
        return
        [
            .. attempt.Paper.Questions.Select(placed =>
            {
                var question = (ChoiceQuestion)quiz.Question(placed.QuestionId);
                var chosen = choices.GetValueOrDefault(placed.QuestionId) ?? [];
                return new MarkedQuestion(
                    new HtmlString(question.PromptHtml),
                    Grading.Earned(question, placed, chosen),
                    question.Points,
                    [
                        .. placed.Options.Select(option =>
                            MarkedOption.Of(
                                question.Options[option.Index],
                                chosen.Contains(option.Id)
                            )
                        ),
                    ],
                    question.ExplanationHtml is { } html ? new HtmlString(html) : null
                );
            }),
        ];
    }
}

public sealed record MarkedOption(
    HtmlString Text,
    bool IsChosen,
    bool IsRight,
    HtmlString? Feedback
)
{
    internal static MarkedOption Of(Option option, bool isChosen) =>
        new(
            new HtmlString(option.Html),
            isChosen,
            option.IsRight,
            isChosen && option.FeedbackHtml is { } html ? new HtmlString(html) : null
        );
}
