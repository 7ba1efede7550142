using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.MoodleXml;

/// <summary>The gaps of one text, while it is read and written.</summary>
internal sealed class GapList(ForeignProse prose, QuestionScope scope)
{
    private const int Most = 50;

    private readonly List<string> gaps = [];

    /// <summary>Without the letters that hold the place of a gap.</summary>
    public string Cleared(string text) =>
        text.Replace(GapText.Open, ' ').Replace(GapText.Close, ' ');

    /// <summary>What stands in its place meanwhile.</summary>
    public string Add(string gap)
    {
        gaps.Add(gap);
        return GapText.Place(gaps.Count - 1);
    }

    /// <summary>Empty: the question is refused, for this or for what was said of it already.</summary>
    public string Refuse(string written)
    {
        if (!scope.IsRefused)
        {
            scope.Say(ExchangeTexts.BadGap, written);
        }

        return "";
    }

    public (string Prompt, ImportedAnswers? Answers) Fill(ForeignText text)
    {
        if (gaps.Count is 0 or > Most && !scope.IsRefused)
        {
            var isEmpty = gaps.Count == 0;
            scope.Say(
                isEmpty ? MoodleTexts.WithoutGaps : ExchangeTexts.TooManyAnswers,
                isEmpty ? [] : [$"{Most}"]
            );
        }

        var prompt = prose.Blocks(text, scope);
        if (scope.IsRefused)
        {
            return ("", null);
        }

        if (GapText.Fill(prompt, gaps) is { } filled)
        {
            return (filled, new ImportedAnswers.Cloze());
        }

        Refuse("<table>");
        return ("", null);
    }
}
