using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>What stands between the braces, its general feedback apart.</summary>
/// <param name="format">Of the question: of its answers too, when they name none.</param>
internal sealed class GiftAnswers(ForeignProse prose, QuestionScope scope, TextFormat format)
{
    private const int MostAnswers = 30;

    /// <summary>Null, and said, when they cannot be taken.</summary>
    public ImportedAnswers? Read(GiftText answer)
    {
        ImportedAnswers? answers =
            answer.Length == 0 ? new ImportedAnswers.Essay(null, [])
            : answer.StartsWith("#")
                ? new GiftNumbers(prose, scope, format).Read(answer[1..].Trim())
            : answer.IndexOf("~") >= 0 ? Choice(answer)
            : answer.IndexOf("=") < 0 ? Bare(answer)
            : answer.IndexOf("->") >= 0 ? Matching(answer)
            : ShortText(answer);
        return scope.IsRefused ? null : answers;
    }

    private ImportedAnswers.Choice? Choice(GiftText answer)
    {
        var parts = GiftParts.Of(answer, "=~");
        if (!BeginWithMark(parts))
        {
            return null;
        }

        // One right answer that is marked so makes it a choice of one (Moodle's rule).
        var isSingle = parts.Any(part => part.Mark == '=');
        var graded = parts.Select(part => Graded(part, isTyped: false)).ToList();
        return scope.IsRefused ? null : ChoiceRules.Of(isSingle, graded, scope);
    }

    private ImportedAnswers.ShortText? ShortText(GiftText answer)
    {
        var parts = GiftParts.Of(answer, "=");
        return BeginWithMark(parts)
            ? ShortTextRules.Of([.. parts.Select(part => Graded(part, isTyped: true))], scope)
            : null;
    }

    private ImportedAnswers.Matching? Matching(GiftText answer)
    {
        var parts = GiftParts.Of(answer, "=");
        if (!BeginWithMark(parts))
        {
            return null;
        }

        var pairs = new List<ImportedPair>();
        foreach (var part in parts)
        {
            if (part.Text.Cut("->") is var (left, right))
            {
                var words = GiftFormats.Foreign(right, TextFormat.Plain);
                pairs.Add(new(prose.Line(Text(left, scope), scope), prose.Line(words, scope)));
            }
            else
            {
                scope.At(part.Text.Offset).Say(GiftTexts.PairArrow, part.Text.Letters);
            }
        }

        return scope.IsRefused ? null : MatchingRules.Of(pairs, scope);
    }

    /// <summary>No mark at all: true, false, or one word to be typed.</summary>
    private ImportedAnswers? Bare(GiftText answer)
    {
        var word = answer.CutOff("#").Before.Letters;
        if (GiftTruth.Read(word) is { } isTrue)
        {
            return TrueFalse(answer, isTrue);
        }

        if (GiftTruth.Meant(word) is { } meant)
        {
            scope.Suggest(GiftTexts.TrueOrFalse, meant, word);
            return null;
        }

        return ShortTextRules.Of([Graded(new('=', answer), isTyped: true)], scope);
    }

    /// <summary><c>FALSE#to those who were wrong#to those who were right</c></summary>
    private ImportedAnswers.TrueFalse TrueFalse(GiftText answer, bool isTrue)
    {
        var told = answer.CutOff("#").After;
        var (wrong, right) = told?.CutOff("#") ?? (null as GiftText?, null as GiftText?);
        var (toWrong, toRight) = (Feedback(wrong), Feedback(right));
        return isTrue ? new(true, toRight, toWrong) : new(false, toWrong, toRight);
    }

    private bool BeginWithMark(IReadOnlyList<GiftPart> parts)
    {
        if (parts.Count > MostAnswers)
        {
            scope.Say(ExchangeTexts.TooManyAnswers, $"{MostAnswers}");
            return false;
        }

        if (parts[0].Mark is not '\0')
        {
            return true;
        }

        scope.At(parts[0].Text.Offset).Say(GiftTexts.AnswerMark, parts[0].Text.Letters);
        return false;
    }

    private GradedAnswer Graded(GiftPart part, bool isTyped)
    {
        var at = scope.At(part.Text.Offset);
        // In a choice a right answer has no weight: its percents are text (Moodle's rule).
        var (weight, rest) =
            isTyped || part.Mark == '~' ? part.Weight(at) : (null as decimal?, part.Text);
        var (written, told) = rest.CutOff("#");
        return new(
            isTyped ? Words(written, at) : prose.Option(Text(written, at), at),
            weight ?? (part.Mark == '=' ? 100 : 0),
            told is { } feedback ? prose.Blocks(Text(feedback, at), at) : ""
        );
    }

    private string Feedback(GiftText? told) =>
        told is { } written ? prose.Blocks(Text(written, scope), scope) : "";

    /// <summary>What is to be typed has no format, though Moodle lets one be named.</summary>
    private string Words(GiftText written, QuestionScope at) =>
        prose.Words(
            GiftFormats.Foreign(GiftFormats.Of(written, format, at).Text, TextFormat.Plain),
            at
        );

    private ForeignText Text(GiftText written, QuestionScope at) =>
        GiftFormats.Read(written, format, at);
}
