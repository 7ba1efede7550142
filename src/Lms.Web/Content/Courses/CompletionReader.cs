using Lms.Domain.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>What completes the course: what the key names and nothing else, all together.</summary>
internal static class CompletionReader
{
    private const string LiveSession = "session";

    private static readonly Dictionary<string, bool> All = new() { ["all"] = true };

    private static readonly Dictionary<string, bool> Passed = new() { ["passed"] = true };

    private static readonly Dictionary<string, bool> Finished = new() { ["finished"] = true };

    public static CompletionRule Read(Fields fields)
    {
        if (fields.Map("completion") is not { } named)
        {
            return CompletionRule.Default;
        }

        var rule = new CompletionRule(
            named.Choice("lessons", All) ?? false,
            named.Choice("quizzes", Passed) ?? false,
            named.Choice("cases", Finished) ?? false
        );
        if (named.Find(LiveSession) is not null)
        {
            named.ReportKey(LiveSession, FileTexts.NotOpenYet, $"completion: {LiveSession}");
        }

        named.RefuseTheRest();
        return rule is { Lessons: false, Quizzes: false, Cases: false }
            ? CompletionRule.Default
            : rule;
    }
}
