using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Quizzes.Gaps;
using Lms.Web.Content.Quizzes.Keys;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes;

/// <summary>Reads one question of a quiz, a bank, a lesson or a deck, whatever its type.</summary>
internal static class QuestionReader
{
    /// <summary>Null, with findings, when it cannot be asked.</summary>
    public static Question? Read(WrittenQuestion written)
    {
        CheckTitle(written);
        if (written.Title is not null)
        {
            GapPlaces.Check(written.Text, isPage: false);
        }

        var heading = QuestionHeading.Read(written);
        var form = heading.Form ?? (GapList.IsIn(written) ? KeyForm.Gaps : KeyForm.List);
        if (QuestionCut.Of(written, form) is not { } cut)
        {
            return null;
        }

        GapList.Check(written, cut, form);
        QuestionHeading.RefuseOthersOf(written, form);
        return Key(written, heading, cut, form) is { } question
            ? question with
            {
                PromptHtml = Prompt(written, cut),
                Points = form == KeyForm.Scale ? Lms.Domain.Shared.Points.None : heading.Points,
                KeepsOrder = question.KeepsOrder || heading.KeepsOrder,
                ExplanationHtml = Quotes.Html(written.Text, cut.Explanation),
                Tags = heading.Tags,
                Competence = heading.Competence,
            }
            : null;
    }

    private static Question? Key(
        WrittenQuestion written,
        QuestionHeading heading,
        QuestionCut cut,
        KeyForm form
    )
    {
        var (text, id) = (written.Text, heading.Id);
        return form switch
        {
            KeyForm.Gaps => GapList.Read(written, cut, id),
            KeyForm.Pairs => PairTable.Read(text, (Table)cut.Key!, id),
            KeyForm.Steps => StepList.Read(text, (ListBlock)cut.Key!, id),
            KeyForm.Scale => ScaleList.Read(text, (ListBlock)cut.Key!, id),
            KeyForm.Essay => new Essay
            {
                Id = id,
                MinWords = heading.MinWords,
                CriteriaHtml = CriteriaList.Read(text, cut.Key),
            },
            KeyForm.File => new FileUpload
            {
                Id = id,
                CriteriaHtml = CriteriaList.Read(text, cut.Key),
            },
            KeyForm.List when AnswerList.IsAnswers((ListBlock)cut.Key!) => AnswerList.Read(
                text,
                (ListBlock)cut.Key!,
                id
            ),
            KeyForm.List => OptionList.Read(text, (ListBlock)cut.Key!, heading, written.NeedsKey),
        };
    }

    private static string Prompt(WrittenQuestion written, QuestionCut cut)
    {
        var title = written.Title is { } words
            ? $"<p>{MarkupHtml.Inside(written.Text, words)}</p>"
            : "";
        return title + MarkupHtml.Of(written.Text, cut.Prompt);
    }

    private static void CheckTitle(WrittenQuestion written)
    {
        if (written.Title is not { } title)
        {
            return;
        }

        var text = written.Text;
        if (PlainText.Of(title).Length == 0 && ParagraphLimits.Of(title) is null)
        {
            text.Report(QuizTexts.WithoutPrompt, title.Span.Start);
        }

        foreach (var second in written.Body.OfType<HeadingBlock>())
        {
            if (second.Level <= title.Level)
            {
                text.Report(QuizTexts.HeadingInside, second.Span.Start);
            }
        }
    }
}
