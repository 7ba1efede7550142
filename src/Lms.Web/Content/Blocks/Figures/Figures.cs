using Lms.Web.Content.Markup;
using Markdig.Extensions.Figures;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Figures;

/// <summary>Something shown, between lines <c>^^^</c>, with its caption behind one of them.</summary>
internal static class Figures
{
    public static readonly FindingText NotClosed = Error(
        "figure-not-closed",
        "Малюнок, відкритий рядком «^^^», не закрито таким самим рядком.",
        "The figure opened by a line “^^^” is not closed by such a line."
    );

    public static void Check(MarkupText text)
    {
        foreach (var figure in text.Blocks<Figure>())
        {
            var lines = text.Written(figure.Span).TrimEnd().ToString().Split('\n');
            var mark = new string('^', figure.OpeningCharacterCount);
            var last = lines[^1].TrimStart(' ', '\t', '>');
            if (lines.Length == 1 || !last.StartsWith(mark, StringComparison.Ordinal))
            {
                text.Report(NotClosed, figure.Span.Start);
            }
        }
    }
}

internal sealed class FigureRenderer : HtmlObjectRenderer<Figure>
{
    protected override void Write(HtmlRenderer renderer, Figure figure)
    {
        renderer.EnsureLine();
        renderer.Write("<figure").WriteAttributes(figure).WriteLine(">");
        var wasImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(figure);
        renderer.ImplicitParagraph = wasImplicit;
        renderer.EnsureLine();
        renderer.WriteLine("</figure>");
    }
}

internal sealed class FigureCaptionRenderer : HtmlObjectRenderer<FigureCaption>
{
    protected override void Write(HtmlRenderer renderer, FigureCaption caption)
    {
        renderer.EnsureLine();
        renderer.Write("<figcaption>").WriteLeafInline(caption).WriteLine("</figcaption>");
    }
}
