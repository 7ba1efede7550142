using Lms.Domain.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>Keys of the course format that this release knows only at their default.</summary>
internal static class NotOpenKeys
{
    /// <summary>Reports the key unless it is absent, an empty list, or one of the defaults.</summary>
    public static void NotOpenBut(this Fields fields, string key, params string[] defaults)
    {
        switch (fields.Find(key))
        {
            case null or YamlList { Entries.Count: 0 }:
            case YamlScalar scalar when defaults.Contains(scalar.Value):
                break;
            case YamlScalar scalar:
                fields.ReportKey(key, FileTexts.NotOpenYet, $"{key}: {scalar.Value}");
                break;
            default:
                fields.ReportKey(key, FileTexts.NotOpenYet, key);
                break;
        }
    }

    /// <summary>All lessons and every quiz passed; the cases as the author says.</summary>
    public static CompletionRule CompletionOf(this Fields fields)
    {
        if (fields.Map("completion") is not { } completion)
        {
            return CompletionRule.Default;
        }

        completion.NotOpenBut("lessons", "all");
        completion.NotOpenBut("quizzes", "passed");
        completion.NotOpenBut("session");
        var cases = completion.Choice("cases", Finished) ?? false;
        completion.RefuseTheRest();
        return CompletionRule.Default with { Cases = cases };
    }

    private static readonly Dictionary<string, bool> Finished = new() { ["finished"] = true };
}
