using System.Globalization;
using Lms.Domain.Courses;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>What completes the course: what the key names and nothing else, all together.</summary>
internal static class CompletionReader
{
    private const string LiveSession = "session";
    private const int MostSessions = 20;

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
        rule = rule with { Sessions = named.Whole(LiveSession, 1, MostSessions) ?? 0 };
        named.RefuseTheRest();
        return rule is { Lessons: false, Quizzes: false, Cases: false, Sessions: 0 }
            ? CompletionRule.Default
            : rule;
    }

    /// <summary>A session is attended by its deck: as many are asked for as the course has, at most.</summary>
    public static void Check(
        Fields fields,
        CourseManifest manifest,
        IReadOnlyList<ActivityDraft> activities
    )
    {
        var decks = activities.Count(one => one.Kind == ActivityKind.LiveSession);
        if (manifest.Completion.Sessions > decks)
        {
            fields.ReportKey(
                "completion",
                CourseTexts.MoreSessionsThanDecks,
                manifest.Completion.Sessions.ToString(CultureInfo.InvariantCulture),
                decks.ToString(CultureInfo.InvariantCulture)
            );
        }
    }
}
