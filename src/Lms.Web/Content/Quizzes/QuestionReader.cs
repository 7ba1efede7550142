using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes;

/// <summary>
/// One question: its heading and text are the prompt, its last list is the options, quotes after
/// them are the explanation.
/// </summary>
internal sealed class QuestionReader(MarkupText text)
{
    private readonly List<Block> blocks =
    [
        .. text.Document.Where(block => block is not LinkReferenceDefinitionGroup),
    ];

    /// <summary>Null, with findings, when it cannot be asked.</summary>
    /// <param name="ids">Of the questions before; this one's is added.</param>
    public Question? Read(HashSet<string> ids)
    {
        // A question past a limit has been reported and is empty.
        if (blocks.Count == 0 || blocks[0] is not HeadingBlock title)
        {
            return null;
        }

        if (PlainText.Of(title).Length == 0 && ParagraphLimits.Of(title) is null)
        {
            text.Report(QuizTexts.WithoutPrompt, title.Span.Start);
        }

        foreach (
            var second in blocks
                .Skip(1)
                .OfType<HeadingBlock>()
                .Where(one => one.Level <= title.Level)
        )
        {
            text.Report(QuizTexts.HeadingInside, second.Span.Start);
        }

        var heading = QuestionHeading.Read(text, title, ids);
        var last = blocks.FindLastIndex(block => block is ListBlock);
        if (heading.IsOfOtherType || last < 0)
        {
            if (!heading.IsOfOtherType)
            {
                text.Report(QuizTexts.WithoutOptions, title.Span.Start);
            }

            return null;
        }

        CheckAround(last);
        return OptionList.Read(text, (ListBlock)blocks[last]) is { } options
            ? Question(heading, title, last, options)
            : null;
    }

    private Question Question(
        QuestionHeading heading,
        HeadingBlock title,
        int last,
        OptionList options
    )
    {
        var prompt = MarkupHtml.Of(text, blocks[1..last]);
        var explanation = Quotes.Html(text, blocks[(last + 1)..]);
        var html = $"<p>{MarkupHtml.Inside(text, title)}</p>{prompt}";
        return options.IsMultiple
            ? new MultipleChoice
            {
                Id = heading.Id,
                PromptHtml = html,
                Points = heading.Points,
                Scoring = heading.Scoring,
                KeepsOrder = heading.KeepsOrder || options.IsTrueOrFalse,
                Options = options.Options,
                ExplanationHtml = explanation,
            }
            : new SingleChoice
            {
                Id = heading.Id,
                PromptHtml = html,
                Points = heading.Points,
                KeepsOrder = heading.KeepsOrder || options.IsTrueOrFalse,
                Options = options.Options,
                ExplanationHtml = explanation,
            };
    }

    /// <summary>Options in one list alone, and nothing but quotes behind it.</summary>
    private void CheckAround(int last)
    {
        var first = blocks.FindIndex(block => block is ListBlock list && OptionList.IsMarked(list));
        if (first >= 0 && first < last)
        {
            var quote = blocks[first..last].Find(block => block is QuoteBlock);
            text.Report(
                quote is null ? QuizTexts.OptionsTwice : QuizTexts.QuoteBetween,
                (quote ?? blocks[last]).Span.Start
            );
        }

        foreach (var block in blocks.Skip(last + 1).Where(block => block is not QuoteBlock))
        {
            text.Report(QuizTexts.TextAfterOptions, block.Span.Start);
        }
    }
}
