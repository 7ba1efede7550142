using System.Globalization;

namespace Lms.Web.Content.Exchange.Answers;

/// <summary>Accepted numbers, with a tolerance or as a range.</summary>
internal static class NumericRules
{
    private const decimal Most = 1_000_000_000_000_000;

    /// <summary>Null, and said, when it is no number or too great a one.</summary>
    public static decimal? Number(string written, QuestionScope scope)
    {
        var text = written.Trim();
        if (Parse(text) is { } number)
        {
            return number;
        }

        var comma = text.Replace(',', '.').Replace('−', '-');
        scope.Suggest(ExchangeTexts.BadNumber, Parse(comma) is null ? null : comma, text);
        return null;
    }

    public static AcceptedNumbers? Around(string written, string tolerance, QuestionScope scope) =>
        Number(written, scope) is { } number && Number(tolerance, scope) is { } by
            ? new(number - Math.Abs(by), number + Math.Abs(by))
            : null;

    public static AcceptedNumbers? Between(string from, string to, QuestionScope scope) =>
        Number(from, scope) is { } low && Number(to, scope) is { } high
            ? new(Math.Min(low, high), Math.Max(low, high))
            : null;

    private static decimal? Parse(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign
                | NumberStyles.AllowDecimalPoint
                | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var number
        )
        && Math.Abs(number) <= Most
            ? number
            : null;
}
