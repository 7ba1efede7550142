using System.Globalization;
using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Words, patterns and numbers, and what was typed.</summary>
internal static class AnyTyped
{
    private static readonly string[] Words =
    [
        "обман",
        "п’ять",
        "постраждала особа",
        "Львів",
        "з’їзд",
        "ґанок",
        "їжа",
    ];

    private static readonly string[] Apostrophes = ["'", "’", "ʼ", "`"];

    public static JudgedAnswer ShortText(Random random)
    {
        var keys = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random)).ToList();
        var word = Pick(random);
        var question = new ShortText
        {
            Id = "",
            Accepted = [.. keys.Select(key => new TextKey(key, false))],
        };
        var typed = Disguised(random, word);
        return new(question, _ => [typed], keys.Contains(word) ? 1 : 0, 1);
    }

    /// <summary>Digits with a letter before them: the reference counts the letters itself.</summary>
    public static JudgedAnswer Pattern(Random random)
    {
        var least = random.Next(1, 4);
        var number = random.Next(0, 5);
        var typed = $"№{new string('7', number)}{(random.Next(4) == 0 ? "x" : "")}";
        var isRight = typed.Length - 1 == number && number >= least;
        var question = new ShortText
        {
            Id = "",
            Accepted = [new($"№[0-9]{{{least.ToString(CultureInfo.InvariantCulture)},}}", true)],
        };
        return new(question, _ => [$" {typed} "], isRight ? 1 : 0, 1);
    }

    public static JudgedAnswer Numeric(Random random)
    {
        // In hundredths, so that the reference has no decimals.
        var (low, wide, typed) = (
            random.Next(-2_000, 2_000),
            random.Next(0, 500),
            random.Next(-2_500, 2_500)
        );
        typed = random.Next(3) == 0 ? low : typed;
        var question = new Numeric { Id = "", Accepted = [new(low / 100m, (low + wide) / 100m)] };
        var isRight = low <= typed && typed <= low + wide;
        var written = Written(random, typed);
        return new(question, _ => [written], isRight ? 1 : 0, 1);
    }

    public static string Pick(Random random) => Words[random.Next(Words.Length)];

    /// <summary>The same word with other letters' case, spaces and apostrophes.</summary>
    public static string Disguised(Random random, string word)
    {
        var cased = random.Next(2) == 0 ? word.ToUpperInvariant() : word;
        var spaced = random.Next(2) == 0 ? $"  {cased} " : cased;
        return spaced
            .Replace(" ", random.Next(2) == 0 ? "   " : " ", StringComparison.Ordinal)
            .Replace("’", Apostrophes[random.Next(4)], StringComparison.Ordinal);
    }

    private static string Written(Random random, int hundredths)
    {
        var sign = hundredths < 0 ? new[] { "-", "−", "–" }[random.Next(3)] : "";
        var (whole, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        var mark = random.Next(2) == 0 ? "," : ".";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}{mark}{rest:00}");
    }
}
