using Lms.Domain.Courses;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses;

/// <summary>The sentence that says what completes a course: the rule that is counted by, in words.</summary>
public static class CompletionWords
{
    public static string Of(Texts texts, CourseManifest manifest)
    {
        var rule = manifest.Completion;
        var parts = new List<string>();
        if (rule.Lessons)
        {
            parts.Add(texts["courses.fact.completion.lessons"]);
        }

        if (rule.Quizzes)
        {
            parts.Add(texts["courses.fact.completion.quizzes"]);
        }

        if (rule.Cases)
        {
            parts.Add(texts["courses.fact.completion.cases"]);
        }

        if (rule.Sessions > 0)
        {
            parts.Add(texts.Count("courses.fact.completion.sessions", rule.Sessions));
        }

        return parts.Count == 0 ? texts["courses.fact.completion.none"] : string.Join("; ", parts);
    }
}
