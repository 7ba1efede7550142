using System.Net;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Gift;
using Lms.Web.Content.Exchange.Prose;
using Lms.Web.Content.Quizzes.Keys;

namespace Lms.Web.Content.Exchange;

/// <summary>A question of ours on its way to another system: its HTML as Markdown again.</summary>
internal sealed class OwnQuestion
{
    private readonly ForeignProse prose = new();
    private readonly QuestionScope scope;

    private OwnQuestion(QuestionScope scope) => this.scope = scope;

    /// <summary>Null, and said, when no other system asks such.</summary>
    public static ImportedQuestion? Of(Question question, QuestionScope scope) =>
        new OwnQuestion(scope).Of(question);

    private ImportedQuestion? Of(Question question)
    {
        if (Answers(question) is not { } answers)
        {
            scope.Say(GiftTexts.NoSuchKind);
            return null;
        }

        SayLost(question);
        return new(scope.Line, Prompt(question), answers)
        {
            Id = question.Id,
            Tags = question.Tags,
            Points = question.Points.Thousandths / 1000m,
            KeepsOrder = question.KeepsOrder && !IsPair(question),
            Explanation = Blocks(question.ExplanationHtml),
        };
    }

    private ImportedAnswers? Answers(Question question) =>
        question switch
        {
            SingleChoice single when IsTruth(single) => Truth(single),
            ChoiceQuestion choice => new ImportedAnswers.Choice(
                choice is MultipleChoice,
                [.. choice.Options.Select(Option)]
            ),
            ShortText text => new ImportedAnswers.ShortText([
                .. text.Accepted.Select(key => new AcceptedText(key.Text, key.IsPattern)),
            ]),
            Numeric number => new ImportedAnswers.Numeric([
                .. number.Accepted.Select(range => new AcceptedNumbers(range.Low, range.High)),
            ]),
            Matching matching => new ImportedAnswers.Matching([
                .. matching.Pairs.Select(pair => new ImportedPair(
                    Line(pair.LeftHtml),
                    Line(pair.RightHtml)
                )),
                .. matching.DistractorsHtml.Select(extra => new ImportedPair("", Line(extra))),
            ]),
            Ordering ordering => new ImportedAnswers.Ordering([.. ordering.StepsHtml.Select(Line)]),
            Cloze => new ImportedAnswers.Cloze(),
            Essay essay => new ImportedAnswers.Essay(
                essay.MinWords > 0 ? essay.MinWords : null,
                [.. essay.CriteriaHtml.Select(Line)]
            ),
            FileUpload file => new ImportedAnswers.FileUpload([.. file.CriteriaHtml.Select(Line)]),
            _ => null,
        };

    /// <summary>What the two systems call true and false; «Так» and «Ні» stay options.</summary>
    private static bool IsTruth(Question question) =>
        question is SingleChoice { KeepsOrder: true, Options: [var one, var other] }
        && (IsTrue(one) || IsTrue(other))
        && (IsFalse(one) || IsFalse(other));

    private static bool IsPair(Question question) =>
        question is SingleChoice single && OptionList.IsPair(single.Options.Select(WordsOf));

    private static bool IsTrue(Option option) => WordsOf(option) is "правильно" or "true";

    private static bool IsFalse(Option option) => WordsOf(option) is "неправильно" or "false";

    private static string WordsOf(Option option) => option.Html.TrimEnd('.').ToLowerInvariant();

    private ImportedAnswers.TrueFalse Truth(SingleChoice question)
    {
        var (yes, no) = (question.Options.First(IsTrue), question.Options.First(IsFalse));
        return new(yes.IsRight, Blocks(yes.FeedbackHtml), Blocks(no.FeedbackHtml));
    }

    private ImportedOption Option(Option option) =>
        new(
            prose.Option(Html(option.Html), scope),
            option.IsRight,
            option.Weight,
            Blocks(option.FeedbackHtml)
        );

    private string Prompt(Question question)
    {
        if (question is not Cloze cloze)
        {
            return Blocks(question.PromptHtml);
        }

        var html = question.PromptHtml;
        foreach (var gap in Enumerable.Range(0, cloze.Gaps.Count))
        {
            var place = $"<span class=\"gap\" data-gap=\"{gap}\"></span>";
            html = html.Replace(place, GapText.Place(gap), StringComparison.Ordinal);
        }

        var gaps = cloze.Gaps.Select(Gap).ToList();
        var bad = gaps.FindIndex(gap => gap is null);
        var filled = bad >= 0 ? null : GapText.Fill(Blocks(html), [.. gaps.OfType<string>()]);
        if (filled is null)
        {
            scope.Say(ExchangeTexts.BadGap, $"{Math.Max(bad, 0) + 1}");
        }

        return filled ?? "";
    }

    private static string? Gap(Gap gap) =>
        gap.IsChosen
            ? GapText.Chosen(
                [.. gap.OptionsHtml.Select(WebUtility.HtmlDecode).OfType<string>()],
                gap.Right
            )
            : GapText.Typed([.. gap.Accepted.Select(key => key.Text)]);

    private void SayLost(Question question)
    {
        if (question.Competence is not null)
        {
            scope.Say(ExchangeTexts.NotRepresented, "competence");
        }

        if (question is MultipleChoice { Scoring: ScoringMethod.AllOrNothing })
        {
            scope.Say(ExchangeTexts.NotRepresented, "scoring=all");
        }
    }

    private string Line(string html) => prose.Line(Html(html), scope);

    private string Blocks(string? html) => html is null ? "" : prose.Blocks(Html(html), scope);

    private static ForeignText Html(string html) => new(html, TextFormat.Html);
}
