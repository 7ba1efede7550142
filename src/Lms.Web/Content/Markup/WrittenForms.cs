using System.Text.RegularExpressions;
using Lms.Web.Content.Blocks.Definitions;
using Lms.Web.Content.Blocks.Footnotes;
using Lms.Web.Content.Files;
using Lms.Web.Content.Quizzes.Gaps;
using Lms.Web.Content.Terms;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Markup;

/// <summary>Forms of the course format that were written and not understood, and HTML, found in text.</summary>
internal static class WrittenForms
{
    private const RegexOptions Linear =
        RegexOptions.NonBacktracking
        | RegexOptions.CultureInvariant
        | RegexOptions.ExplicitCapture
        | RegexOptions.Multiline;

    private const string Signs = "<[{\n";

    private static readonly Regex Meaning = new(@"^:[ \t]+", Linear);

    private static readonly Regex Gap = new(@"_{3}\{", Linear);

    private static readonly Regex Term = new(@"\[\[", Linear);

    private static readonly Regex Note = new(@"\[\^[^\]\s]{1,60}\]", Linear);

    private static readonly Regex Html = new(
        @"</?[A-Za-z][A-Za-z0-9-]*([\s/>]|$)|<!--|<!\[CDATA\[|<!DOCTYPE|<\?",
        Linear | RegexOptions.IgnoreCase
    );

    public static void Check(MarkupText text)
    {
        foreach (var leaf in text.Blocks<LeafBlock>())
        {
            switch (leaf)
            {
                case FencedCodeBlock code
                    when (code.Info + code.Arguments).Contains('{', StringComparison.Ordinal):
                    text.Report(
                        MarkupTexts.UnknownAttribute,
                        code.Span.Start,
                        $"{code.Info}{code.Arguments}"
                    );
                    break;
                case { Inline: { } words } when MayHoldOne(words):
                    Check(text, new WrittenText(leaf));
                    break;
            }
        }
    }

    /// <summary>Each form has a sign of <see cref="Signs"/> in it, or begins a line with a colon.</summary>
    private static bool MayHoldOne(Inline inline) =>
        inline switch
        {
            LiteralInline literal => MayHoldOne(literal.Content.AsSpan()),
            DelimiterInline => true,
            ContainerInline container => container.Any(MayHoldOne),
            _ => false,
        };

    private static bool MayHoldOne(ReadOnlySpan<char> words) =>
        words is [':', ..] || words.ContainsAny(Signs);

    private static void Check(MarkupText text, WrittenText written)
    {
        var content = written.Text;
        foreach (var found in Meaning.Matches(content).AsEnumerable())
        {
            text.Report(DefinitionTexts.WithoutTerm, written.OffsetOf(found.Index));
        }

        foreach (var found in Gap.Matches(content).AsEnumerable())
        {
            text.Report(GapTexts.NotReadable, written.OffsetOf(found.Index));
        }

        foreach (var found in Term.Matches(content).AsEnumerable())
        {
            text.Report(TermTexts.NotReadable, written.OffsetOf(found.Index));
        }

        foreach (var found in Note.Matches(content).AsEnumerable())
        {
            text.Report(FootnoteTexts.Unknown, written.OffsetOf(found.Index), found.Value);
        }

        foreach (var found in Html.Matches(content).AsEnumerable())
        {
            text.Report(MarkupTexts.RawHtml, written.OffsetOf(found.Index), found.Value.Trim());
        }
    }
}
