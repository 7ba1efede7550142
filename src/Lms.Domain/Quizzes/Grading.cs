using Lms.Domain.Shared;

namespace Lms.Domain.Quizzes;

/// <summary>Pure grading: the same quiz, paper, values and marks always give the same grade.</summary>
public static class Grading
{
    /// <param name="values">Question id → what the learner gave; unanswered ones are absent.</param>
    /// <param name="marks">Question id → points a trainer gave, of those that no rule marks.</param>
    public static Grade Of(
        Quiz quiz,
        Paper paper,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        IReadOnlyDictionary<string, Points>? marks = null
    )
    {
        var (earned, possible, waiting) = (Points.None, Points.None, 0);
        foreach (var placed in paper.Questions)
        {
            var question = quiz.Question(placed.QuestionId);
            var given = values.GetValueOrDefault(placed.QuestionId) ?? [];
            possible += question.Points;
            if (question.IsMarkedByRule)
            {
                earned += Earned(question, placed, given);
            }
            else if (marks?.TryGetValue(placed.QuestionId, out var mark) == true)
            {
                earned += mark;
            }
            else if (given.Count > 0)
            {
                waiting++;
            }
        }

        return new(earned, possible, quiz.Rules.Pass.IsPassed(earned, possible), waiting);
    }

    /// <summary>The points a rule gives for one question; what is not on the paper counts as nothing.</summary>
    public static Points Earned(
        Question question,
        PaperQuestion placed,
        IReadOnlyList<string> values
    )
    {
        var share = question.Earned(placed, values);
        return question.Points.Share(share.Part, share.Whole);
    }
}

/// <summary>Completion and success are two facts: this is only the second.</summary>
/// <param name="Waiting">Answers that a trainer has not marked yet, 0 and up.</param>
public sealed record Grade(Points Earned, Points Possible, bool IsPassed, int Waiting = 0);
