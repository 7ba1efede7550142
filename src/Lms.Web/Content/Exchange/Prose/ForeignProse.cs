using System.Buffers;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Exchange.Prose;

/// <summary>
/// Turns texts of another system into our Markdown. All of them take one way, through HTML. What
/// it wrote is parsed again: had a reader seen other words than the source has, it writes the bare
/// words instead.
/// </summary>
internal sealed class ForeignProse
{
    private const StringSplitOptions NotEmpty = StringSplitOptions.RemoveEmptyEntries;

    // What makes a text more than one line of words; a space that does not break is one too.
    private static readonly SearchValues<char> More = SearchValues.Create("<&\n\u00a0");

    // Parsing HTML can take time that grows with the square of its tags.
    private const int MostTags = 500;

    // The bank that comes of it may have 1 MB.
    private int lettersLeft = 3 * 1024 * 1024;

    /// <summary>Blocks of Markdown with empty lines between them, or empty.</summary>
    public string Blocks(ForeignText text, QuestionScope scope) =>
        Write(
            text,
            scope,
            (body, inlines) => string.Join("\n\n", new HtmlBlocks(inlines, scope).Of(body))
        );

    /// <summary>
    /// Blocks that may follow the mark of an option: text comes first, and a quote would be feedback.
    /// </summary>
    public string Option(ForeignText text, QuestionScope scope)
    {
        var written = Blocks(text, scope);
        var blocks = written.Split("\n\n");
        return WrittenBlock.IsText(blocks[0]) && !blocks.Any(WrittenBlock.IsQuote)
            ? written
            : Line(text, scope);
    }

    /// <summary>One line of Markdown, as a cell or a step may hold.</summary>
    public string Line(ForeignText text, QuestionScope scope) =>
        Write(
            text,
            scope,
            (body, inlines) => EscapedText.AtLineStart(OneLine.Of(inlines.Of(body.ChildNodes)))
        );

    /// <summary>Each line and each step of a list, as a criterion may be.</summary>
    public IReadOnlyList<string> Lines(ForeignText text, QuestionScope scope)
    {
        var written = Blocks(text, scope);
        if (written.Split("\n\n").Any(WrittenBlock.IsSolid))
        {
            return [Line(text, scope)];
        }

        return
        [
            .. written
                .Split('\n')
                .Select(line => WrittenBlock.WithoutMark(line.TrimEnd('\\')))
                .Where(line => line.Length > 0),
        ];
    }

    /// <summary>The words alone, as an accepted answer has them.</summary>
    public string Words(ForeignText text, QuestionScope scope)
    {
        if (text.IsEmpty || HtmlOf(text, scope) is not { } html)
        {
            return "";
        }

        var inlines = new HtmlInlines(scope, isPlain: true);
        inlines.Of(Body(html).ChildNodes);
        var words = inlines.Words.Replace('\u00a0', ' ');
        return Unprintable.IsIn(words, scope) ? "" : OneLine.Of(words);
    }

    private static void SayFormula(string words, QuestionScope scope)
    {
        if (
            words.Contains(@"\(", StringComparison.Ordinal)
            || words.Contains("$$", StringComparison.Ordinal)
        )
        {
            scope.Say(ExchangeTexts.FormulaAsText);
        }
    }

    private string Write(
        ForeignText text,
        QuestionScope scope,
        Func<AngleSharp.Dom.INode, HtmlInlines, string> write
    )
    {
        if (text.IsEmpty || HtmlOf(text, scope) is not { } html)
        {
            return "";
        }

        if (!OnlyParagraph(html).AsSpan().ContainsAny(More))
        {
            return Bare(OnlyParagraph(html), scope);
        }

        var body = Body(html);
        var inlines = new HtmlInlines(scope, isPlain: false);
        var written = write(body, inlines);
        if (Unprintable.IsIn(written, scope))
        {
            return "";
        }

        SayFormula(inlines.Words, scope);
        if (Reads(written, inlines.Words) && IsSame(written, write, scope))
        {
            return written;
        }

        scope.Say(ExchangeTexts.EmphasisLost);
        inlines = new HtmlInlines(scope, isPlain: true);
        written = write(body, inlines);
        if (!Reads(written, inlines.Words))
        {
            scope.Say(ExchangeTexts.NotAsWritten);
        }

        return written;
    }

    private static string OnlyParagraph(string html) =>
        html.StartsWith("<p>", StringComparison.Ordinal)
        && html.EndsWith("</p>", StringComparison.Ordinal)
        && html.Length > 7
            ? html[3..^4]
            : html;

    /// <summary>Most texts are one line of words: there is nothing to parse in them.</summary>
    private static string Bare(string words, QuestionScope scope)
    {
        var written = EscapedText.Of(string.Join(' ', words.Split((char[]?)null, NotEmpty)));
        SayFormula(words, scope);
        if (!Reads(written, words))
        {
            scope.Say(ExchangeTexts.NotAsWritten);
        }

        return written;
    }

    private string? HtmlOf(ForeignText text, QuestionScope scope)
    {
        if (text.IsTooLong || (lettersLeft -= text.Text.Length) < 0)
        {
            scope.Say(ExchangeTexts.TooMuchText);
            return null;
        }

        if (Unprintable.IsIn(text.Text, scope))
        {
            return null;
        }

        var html = text.Format switch
        {
            TextFormat.Html => text.Text,
            TextFormat.Markdown => ForeignMarkdown.Html(text.Text),
            TextFormat.Plain => WithBreaks(WebUtility.HtmlEncode(text.Text)),
            TextFormat.Moodle => WithBreaks(HtmlNames.EscapeOthers(text.Text)),
        };
        if (html is null || html.AsSpan().Count('<') > MostTags)
        {
            scope.Say(ExchangeTexts.TooMuchMarkup);
            return null;
        }

        return html;
    }

    private static string WithBreaks(string text) =>
        text.Replace("\n", "<br>", StringComparison.Ordinal);

    private static AngleSharp.Dom.INode Body(string html) =>
        new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;

    /// <summary>
    /// Whether it comes out the same when it is taken once more: marks of emphasis can pair otherwise
    /// than they were meant.
    /// </summary>
    private static bool IsSame(
        string written,
        Func<AngleSharp.Dom.INode, HtmlInlines, string> write,
        QuestionScope scope
    ) =>
        !written.Contains('*', StringComparison.Ordinal)
        || (
            ForeignMarkdown.Html(written) is { } html
            && write(Body(html), new HtmlInlines(scope, isPlain: false)) == written
        );

    /// <summary>Whether a reader of the Markdown sees these words, white space apart.</summary>
    private static bool Reads(string markdown, string words)
    {
        if (NestingLimit.FirstTooDeep(markdown) >= 0)
        {
            return false;
        }

        try
        {
            var seen = new StringBuilder();
            foreach (var leaf in MarkupPipeline.Parse(markdown).Descendants<LeafBlock>())
            {
                seen.Append(PlainText.Of(leaf));
            }

            return Solid(seen.ToString()) == Solid(words);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Solid(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
