using Lms.Domain.Quizzes;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Quizzes;

/// <summary>The rules in a quiz's front matter; defaults are those docs/authoring.md names.</summary>
internal static class QuizRulesReader
{
    private const int MostAttempts = 1_000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(366);
    private static readonly TimeSpan LongestGrace = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestTime = TimeSpan.FromHours(24);

    private static readonly Dictionary<string, KeptScore> Kept = new()
    {
        ["best"] = KeptScore.Best,
        ["last"] = KeptScore.Last,
    };

    private static readonly Dictionary<string, KeyRelease> Shown = new()
    {
        ["after-pass"] = KeyRelease.AfterPass,
        ["after-attempt"] = KeyRelease.AfterAttempt,
        ["never"] = KeyRelease.Never,
    };

    public static QuizRules Read(Fields fields)
    {
        var rules = new QuizRules();
        var read = rules with
        {
            Pass = new(fields.Whole("pass", 0, 100) ?? rules.Pass.Percent),
            Limit = AttemptsOf(fields),
            CoolDown = fields.Duration("cool-down", LongestPause) ?? TimeSpan.Zero,
            Time = fields.Duration("time", LongestTime),
            Shuffle = fields.Flag("shuffle") ?? rules.Shuffle,
            Show = fields.Choice("show", Shown) ?? rules.Show,
            Keep = fields.Choice("keep", Kept) ?? rules.Keep,
            IsGraded = fields.Flag("graded") ?? rules.IsGraded,
            IsOneAtATime = fields.Flag("one-at-a-time") ?? rules.IsOneAtATime,
            OfflineGrace = GraceOf(fields),
            AsksConfidence = fields.Flag("confidence") ?? rules.AsksConfidence,
        };
        if (read.IsOneAtATime && read.OfflineGrace > TimeSpan.Zero)
        {
            fields.ReportKey("offline-grace", QuizTexts.NotOffline);
        }

        return read;
    }

    private static TimeSpan GraceOf(Fields fields) =>
        fields.Find("offline-grace") is YamlScalar { Value: "0" or "0m" }
            ? TimeSpan.Zero
            : fields.Duration("offline-grace", LongestGrace) ?? TimeSpan.Zero;

    private static AttemptLimit AttemptsOf(Fields fields)
    {
        if (fields.Find("attempts") is not { } node)
        {
            return AttemptLimit.Unlimited;
        }

        var written = node is YamlScalar scalar ? scalar.Value.Trim() : "";
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var limit = words switch
        {
            ["unlimited"] => AttemptLimit.Unlimited,
            [var number] when Count(number) is { } count => new(count, null),
            [var number, "per", var span]
                when Count(number) is { } count && Window(span) is { } per => new(count, per),
            _ => null,
        };
        if (limit is null)
        {
            fields.Report(node, QuizTexts.ExpectsAttempts, written);
        }

        return limit ?? AttemptLimit.Unlimited;
    }

    private static int? Count(string text) =>
        Durations.Number(text) is > 0 and <= MostAttempts and var count ? count : null;

    private static TimeSpan? Window(string text) =>
        Durations.Read(text) is { } window && window <= LongestPause ? window : null;
}
