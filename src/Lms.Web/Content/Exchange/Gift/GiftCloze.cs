using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>A text with one gap, as a missing word. GIFT has no more than one.</summary>
internal static class GiftCloze
{
    private const string Open = "___{";

    public static string? Of(ImportedQuestion question, QuestionScope scope)
    {
        var prompt = question.Prompt;
        var start = prompt.IndexOf(Open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : prompt.IndexOf('}', start);
        if (end < 0 || prompt.IndexOf(Open, end, StringComparison.Ordinal) >= 0)
        {
            scope.Say(GiftTexts.SeveralGaps);
            return null;
        }

        var inside = Answers(prompt[(start + Open.Length)..end].Split('|'));
        var marked = prompt[..start] + GapText.Place(0) + prompt[(end + 1)..];
        // As HTML the text goes on behind the gap, with the end of its paragraph at least.
        var isLast = prompt[(end + 1)..].Trim().Length == 0;
        return GiftProse
            .Of(marked, isLast)
            .Replace(
                GapText.Place(0),
                $"{{{inside}{GiftWriter.General(question)}}}",
                StringComparison.Ordinal
            );
    }

    private static string Answers(string[] texts)
    {
        var isChosen = Array.Exists(texts, text => text.StartsWith('*'));
        return string.Join(
            ' ',
            texts.Select(text =>
                isChosen && !text.StartsWith('*')
                    ? "~" + GiftProse.Escaped(text)
                    : "=" + GiftProse.Escaped(text.TrimStart('*'))
            )
        );
    }
}
