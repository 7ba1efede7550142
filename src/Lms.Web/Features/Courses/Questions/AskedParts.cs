using Lms.Domain.Quizzes;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses.Questions;

public sealed record AskedChoice(bool IsMultiple, IReadOnlyList<AskedOption> Options)
    : AskedReply("_Choice", IsMultiple ? "courses.quiz.choose-many" : "courses.quiz.choose-one")
{
    internal static AskedChoice Of(
        ChoiceQuestion question,
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) =>
        new(
            question.Kind == QuestionKind.Multiple,
            [
                .. placed.Options.Select(option => new AskedOption(
                    option.Id,
                    new(question.Options[option.Index].Html),
                    values.Contains(option.Id)
                )),
            ]
        );
}

public sealed record AskedOption(string Id, HtmlString Text, bool IsChosen);

public sealed record AskedMatching(
    IReadOnlyList<AskedLeft> Lefts,
    IReadOnlyList<AskedTarget> Targets
) : AskedReply("_Matching", "courses.quiz.hint.matching")
{
    internal static AskedMatching Of(
        Matching question,
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) =>
        new(
            [
                .. placed.Options.Select(left => new AskedLeft(
                    left.Id,
                    new(question.Pairs[left.Index].LeftHtml),
                    placed.ValueOf(left.Id, values)
                )),
            ],
            [
                .. placed.Targets.Select(target => new AskedTarget(
                    target.Id,
                    PlainWords.Of(question.RightHtml(target.Index))
                )),
            ]
        );
}

public sealed record AskedLeft(string Id, HtmlString Text, string? Chosen);

/// <summary>An entry of a list to choose from, where HTML cannot stand.</summary>
public sealed record AskedTarget(string Id, string Words);

/// <param name="Steps">In the order given, else in that of the paper.</param>
public sealed record AskedOrdering(IReadOnlyList<AskedStep> Steps)
    : AskedReply("_Ordering", "courses.quiz.hint.ordering")
{
    internal static AskedOrdering Of(Ordering question, PaperQuestion placed, GivenValues given)
    {
        var order = given.Values.ToList();
        return new([
            .. placed
                .Options.OrderBy(step => order.IndexOf(step.Id))
                .Select(step => new AskedStep(
                    step.Id,
                    new(question.StepsHtml[step.Index]),
                    given.Places?.GetValueOrDefault(step.Id)
                        ?? (order.IndexOf(step.Id) is >= 0 and var at ? $"{at + 1}" : "")
                )),
        ]);
    }
}

/// <param name="Place">From 1; empty while none is given.</param>
public sealed record AskedStep(string Id, HtmlString Text, string Place);
