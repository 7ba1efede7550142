using Lms.Domain.Courses;
using Lms.Domain.Learning;

namespace Lms.Web.Features.Shared;

/// <summary>«залишилось: 2 уроки, тест»: the same words for the same progress on every page.</summary>
public static class LeftWords
{
    public static string Of(Texts texts, CourseProgress progress)
    {
        if (progress.CountingSteps == 0)
        {
            return texts["shared.left.nothing"];
        }

        if (progress.IsComplete)
        {
            return texts["shared.left.none"];
        }

        var lessons = progress.LeftOf(ActivityKind.Lesson);
        var quizzes = progress.LeftOf(ActivityKind.Quiz);
        var parts = new List<string>();
        if (lessons > 0)
        {
            parts.Add(texts.Count("shared.left.lessons", lessons));
        }

        if (quizzes > 0)
        {
            parts.Add(texts.Count("shared.left.quizzes", quizzes));
        }

        if (progress.LeftOf(ActivityKind.Case) is > 0 and var cases)
        {
            parts.Add(texts.Count("shared.left.cases", cases));
        }

        if (progress.LeftOf(ActivityKind.LiveSession) is > 0 and var sessions)
        {
            parts.Add(texts.Count("shared.left.sessions", sessions));
        }

        return texts.Fill("shared.left", string.Join(", ", parts));
    }
}
