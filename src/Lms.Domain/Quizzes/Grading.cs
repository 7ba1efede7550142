using Lms.Domain.Shared;

namespace Lms.Domain.Quizzes;

/// <summary>Pure grading: the same quiz, paper and choices always give the same score.</summary>
public static class Grading
{
    /// <param name="choices">Question id → chosen option ids of the paper; unanswered ones are absent.</param>
    public static Grade Of(
        Quiz quiz,
        Paper paper,
        IReadOnlyDictionary<string, IReadOnlyList<string>> choices
    )
    {
        var earned = Points.None;
        var possible = Points.None;
        foreach (var placed in paper.Questions)
        {
            var question = quiz.Question(placed.QuestionId);
            possible += question.Points;
            earned += Earned(question, placed, choices.GetValueOrDefault(placed.QuestionId) ?? []);
        }

        return new(earned, possible, quiz.Rules.Pass.IsPassed(earned, possible));
    }

    /// <summary>The points of one question; ids that are not on the paper count as nothing.</summary>
    public static Points Earned(
        Question question,
        PaperQuestion placed,
        IReadOnlyList<string> chosen
    )
    {
        var options = placed
            .Options.Where(option => chosen.Contains(option.Id))
            .Select(option => question.Options[option.Index])
            .ToList();
        var right = options.Count(option => option.IsRight);
        var wrong = options.Count - right;
        var allRight = question.Options.Count(option => option.IsRight);
        var isPerfect = allRight > 0 && right == allRight && wrong == 0;
        return question switch
        {
            { Kind: QuestionKind.Multiple, Scoring: ScoringMethod.Partial } when allRight > 0 =>
                question.Points.Share(right - wrong, allRight),
            _ => isPerfect ? question.Points : Points.None,
        };
    }
}

/// <summary>Completion and success are two facts: this is only the second.</summary>
public sealed record Grade(Points Earned, Points Possible, bool IsPassed);
