using Lms.Domain.Quizzes;

namespace Lms.Domain.Learning;

/// <summary>
/// Where a learner stands when questions come one at a time, with no way back. Coming to a question
/// is itself a response, an empty one: the place is a function of what was saved.
/// </summary>
public static class OneAtATime
{
    /// <summary>Index on the paper of the question asked now: the farthest with a response, else 0.</summary>
    /// <param name="saved">Ids of questions with a response, in any order, each once or more.</param>
    public static int Place(Paper paper, IEnumerable<string> saved)
    {
        var known = saved.ToHashSet(StringComparer.Ordinal);
        var farthest = paper.Questions.Count - 1;
        while (farthest > 0 && !known.Contains(paper.Questions[farthest].QuestionId))
        {
            farthest--;
        }

        return Math.Max(farthest, 0);
    }

    public static bool IsAsked(Paper paper, IEnumerable<string> saved, string question) =>
        paper.Questions.Count > 0 && paper.Questions[Place(paper, saved)].QuestionId == question;
}
