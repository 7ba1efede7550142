using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Bank;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>One block of a file, read as a question.</summary>
/// <param name="text">Of the block, its category apart.</param>
internal sealed class GiftQuestion(
    GiftBlock block,
    GiftText text,
    ForeignProse prose,
    QuestionScope scope
)
{
    private const string Blank = "_____";

    /// <summary>Null, and said, when it cannot be taken.</summary>
    public ImportedQuestion? Read(string? category)
    {
        if (Named() is not var (title, named) || BracesOf(named) is not var (open, close))
        {
            return null;
        }

        var (before, inside, after) = (
            named[..open],
            named[(open + 1)..close].Trim(),
            named[(close + 1)..]
        );
        var (format, start) = GiftFormats.Of(before, TextFormat.Moodle, scope);
        var (answer, general) = GeneralOf(inside);
        var answers = new GiftAnswers(prose, scope, format).Read(answer);
        if (answers is null)
        {
            return null;
        }

        // Trimming has taken the space before the gap, which belongs to the text.
        var space = before.Length > 0 && char.IsWhiteSpace(before.Marks[^1]) ? " " : "";
        var lead = GiftFormats.Foreign(start, format).Text + space;
        var tail = GiftFormats.Foreign(after, format).Text;
        var question =
            string.IsNullOrWhiteSpace(tail) ? Question(lead, format, answers)
            : GiftGaps.Of(answers) is { } gap
            && GapText.Fill(Prompt(lead + GapText.Place(0) + tail, format), [gap]) is { } filled
                ? new(scope.Line, filled, new ImportedAnswers.Cloze())
            : Question(lead + Blank + tail, format, answers);
        return question with
        {
            Title = title,
            Id = QuestionIds.Valid(block.Id),
            Tags = Bank.Tags.Of([.. block.Tags, Bank.Tags.Last(category)]),
            Explanation = general is { } told
                ? prose.Blocks(GiftFormats.Read(told, format, scope), scope)
                : "",
        };
    }

    private ImportedQuestion Question(string prompt, TextFormat format, ImportedAnswers answers) =>
        new(scope.Line, Prompt(prompt, format), answers);

    private string Prompt(string prompt, TextFormat format)
    {
        var written = prose.Blocks(new(prompt, format), scope);
        if (written.Length == 0 && !scope.IsRefused)
        {
            scope.Say(ExchangeTexts.WithoutPrompt);
        }

        return written;
    }

    /// <summary>The name between double colons, and what follows.</summary>
    private (string? Title, GiftText After)? Named()
    {
        if (!text.StartsWith("::"))
        {
            return (null, text);
        }

        if (text[2..].Cut("::") is var (title, rest))
        {
            return (OneLine.Of(title.Letters), rest);
        }

        scope.Say(GiftTexts.TitleUnclosed);
        return null;
    }

    private (int Open, int Close)? BracesOf(GiftText named)
    {
        var (open, close) = (named.IndexOf("{"), named.IndexOf("}"));
        if (open < 0 && close < 0)
        {
            scope.Say(GiftTexts.NotAQuestion);
            return null;
        }

        if (open < 0 || (close >= 0 && close < open))
        {
            scope.At(named[close..].Offset).Say(GiftTexts.Unopened);
            return null;
        }

        var inside = named[(open + 1)..].IndexOf("{");
        if (close < 0 || (inside >= 0 && inside + open + 1 < close))
        {
            scope.At(named[open..].Offset).Say(GiftTexts.Unclosed);
            return null;
        }

        var rest = named[(close + 1)..];
        if (rest.Marks.IndexOfAny('{', '}') is >= 0 and var second)
        {
            var brace = rest.Marks[second].ToString();
            scope.At(rest[second..].Offset).Say(GiftTexts.SecondBrace, brace);
            return null;
        }

        return (open, close);
    }

    /// <summary>The last four hashes begin what everybody is told.</summary>
    private static (GiftText Answer, GiftText? General) GeneralOf(GiftText inside)
    {
        var at = inside.Marks.LastIndexOf("####", StringComparison.Ordinal);
        return at < 0 ? (inside, null) : (inside[..at].Trim(), inside[(at + 4)..].Trim());
    }
}
