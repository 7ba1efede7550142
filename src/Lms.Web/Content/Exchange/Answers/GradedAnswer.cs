using System.Globalization;

namespace Lms.Web.Content.Exchange.Answers;

/// <summary>An answer as GIFT and Moodle XML give it.</summary>
/// <param name="Text">Markdown of an option; plain text of an answer to be typed.</param>
/// <param name="Percent">Of the points, −100 to 100.</param>
/// <param name="Feedback">Markdown, or empty.</param>
internal sealed record GradedAnswer(string Text, decimal Percent, string Feedback)
{
    public bool IsFull => Percent >= 99.9m;

    /// <summary>Null, and said, when it is no percentage.</summary>
    public static decimal? PercentOf(string written, QuestionScope scope)
    {
        if (
            decimal.TryParse(
                written.Trim(),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percent
            ) && percent is >= -100 and <= 100
        )
        {
            return percent;
        }

        scope.Say(ExchangeTexts.BadWeight, written);
        return null;
    }
}
