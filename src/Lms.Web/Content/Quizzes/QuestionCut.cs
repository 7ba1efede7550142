using Lms.Web.Content.Quizzes.Gaps;
using Lms.Web.Content.Quizzes.Keys;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes;

/// <summary>A question in its parts: what is asked, what is expected, and why.</summary>
/// <param name="Key">Null where the key stands in the prompt or nowhere.</param>
/// <param name="Explanation">Quotes.</param>
internal sealed record QuestionCut(
    IReadOnlyList<Block> Prompt,
    Block? Key,
    IReadOnlyList<Block> Explanation
)
{
    /// <summary>Null, with a finding, when what the form needs is not there.</summary>
    public static QuestionCut? Of(WrittenQuestion written, KeyForm form)
    {
        var (text, body) = (written.Text, written.Body.ToList());
        if (form == KeyForm.Gaps)
        {
            var end = body.FindLastIndex(block => block is not QuoteBlock || GapList.Has(block));
            return new(body[..(end + 1)], null, body[(end + 1)..]);
        }

        var at = body.FindLastIndex(block => IsKey(block, form));
        if (at < 0)
        {
            if (form is not (KeyForm.Essay or KeyForm.File))
            {
                text.Report(Missing(form), written.Offset);
                return null;
            }

            return new(body, null, []);
        }

        CheckBefore(written, at);
        foreach (var stray in body.Skip(at + 1).Where(block => block is not QuoteBlock))
        {
            text.Report(QuizTexts.TextAfterOptions, stray.Span.Start);
        }

        return new(body[..at], body[at], body[(at + 1)..]);
    }

    private static bool IsKey(Block block, KeyForm form) =>
        form switch
        {
            KeyForm.Pairs => block is Table,
            KeyForm.Steps => block is ListBlock { IsOrdered: true },
            KeyForm.List or KeyForm.Essay or KeyForm.File or KeyForm.Scale => block is ListBlock,
            KeyForm.Gaps => false,
        };

    private static FindingText Missing(KeyForm form) =>
        form switch
        {
            KeyForm.Pairs => KeyTexts.WithoutTable,
            KeyForm.Steps => KeyTexts.WithoutSteps,
            KeyForm.Scale => KeyTexts.WithoutScale,
            KeyForm.List or KeyForm.Gaps or KeyForm.Essay or KeyForm.File =>
                QuizTexts.WithoutOptions,
        };

    /// <summary>What looks like a key stands in one list alone.</summary>
    private static void CheckBefore(WrittenQuestion written, int at)
    {
        var before = written.Body.Take(at).ToList();
        var first = before.FindIndex(block => block is ListBlock list && IsMarked(list));
        if (first >= 0)
        {
            var quote = before[first..].Find(block => block is QuoteBlock);
            written.Text.Report(
                quote is null ? QuizTexts.OptionsTwice : QuizTexts.QuoteBetween,
                (quote ?? written.Body[at]).Span.Start
            );
        }
    }

    public static bool IsMarked(ListBlock list) =>
        OptionList.IsMarked(list) || AnswerList.IsMarked(list);
}
