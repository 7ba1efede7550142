using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>
/// A missing word: answers in the middle of a sentence become a gap of it, when a gap can hold all
/// that they say.
/// </summary>
internal static class GiftGaps
{
    /// <summary>Null when it cannot: then the place of the word is shown as a line.</summary>
    public static string? Of(ImportedAnswers answers) =>
        answers switch
        {
            ImportedAnswers.Choice { IsMultiple: false } choice when choice.Options.All(IsBare) =>
                GapText.Chosen(
                    [.. choice.Options.Select(option => option.Text)],
                    choice.Options.ToList().FindIndex(option => option.IsRight)
                ),
            ImportedAnswers.ShortText typed when typed.Accepted.All(one => !one.IsPattern) =>
                GapText.Typed([.. typed.Accepted.Select(one => one.Text)]),
            _ => null,
        };

    /// <summary>Neither weight nor feedback, and a text without marks.</summary>
    private static bool IsBare(ImportedOption option) =>
        option is { Weight: null, Feedback: "" } && EscapedText.Of(option.Text) == option.Text;
}
