using Lms.Domain.Quizzes;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary>A number or a range as authors write it: <c>30</c>, <c>30 ± 2</c>, <c>28..32</c>.</summary>
internal static class NumberForm
{
    // Far from where the arithmetic of decimals ends.
    private const decimal Most = 1_000_000_000_000_000;

    /// <summary>Null when it is neither; the ends of a range may stand the wrong way round.</summary>
    public static NumberRange? Read(string text)
    {
        if (Cut(text, "±") is { } around)
        {
            return around is (var middle, >= 0 and var margin)
                ? new(middle - margin, middle + margin)
                : null;
        }

        if (Cut(text, "..") is { } ends)
        {
            return new(ends.First, ends.Second);
        }

        return Number(text) is { } number ? new(number, number) : null;
    }

    private static (decimal First, decimal Second)? Cut(string text, string sign)
    {
        var at = text.IndexOf(sign, StringComparison.Ordinal);
        return
            at > 0
            && Number(text[..at]) is { } first
            && Number(text[(at + sign.Length)..]) is { } second
            ? (first, second)
            : null;
    }

    private static decimal? Number(string text) =>
        Numeric.Read(text) is { } number and >= -Most and <= Most ? number : null;
}
