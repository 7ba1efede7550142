using System.Text;
using AngleSharp.Dom;
using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Exchange.Prose;

/// <summary>
/// Writes what stands in a line of HTML as Markdown. A line feed in what it writes is a break.
/// </summary>
/// <param name="isPlain">Nothing but the words.</param>
internal sealed class HtmlInlines(QuestionScope scope, bool isPlain)
{
    private readonly StringBuilder words = new();
    private (string Mark, int At) closed = ("", -1);

    /// <summary>Every word written so far, as a reader should see it.</summary>
    public string Words => words.ToString();

    public string Of(IEnumerable<INode> nodes)
    {
        var to = new StringBuilder();
        closed = ("", -1);
        Append(to, nodes, "");
        return to.ToString();
    }

    private void Append(StringBuilder to, IEnumerable<INode> nodes, string within)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case IText text:
                    AppendText(to, text.Data);
                    break;
                case IElement element:
                    Append(to, element, within);
                    break;
            }
        }
    }

    private void Append(StringBuilder to, IElement element, string within)
    {
        switch (HtmlNames.KindOf(element))
        {
            case HtmlKind.Break:
                words.Append(' ');
                to.Append('\n');
                break;
            case HtmlKind.Strong when !isPlain && !within.Contains('s', StringComparison.Ordinal):
                AppendMarked(to, element, "**", within + "s");
                break;
            case HtmlKind.Emphasis when !isPlain && !within.Contains('e', StringComparison.Ordinal):
                AppendMarked(to, element, "*", within + "e");
                break;
            case HtmlKind.Code when !isPlain && IsCode(element):
                AppendCode(to, element.TextContent);
                break;
            case HtmlKind.Link when !isPlain && !within.Contains('l', StringComparison.Ordinal):
                AppendLink(to, element, within + "l");
                break;
            case HtmlKind.Picture:
                AppendPicture(to, element);
                break;
            case HtmlKind.Dropped:
                scope.Say(ExchangeTexts.ElementDropped, element.LocalName);
                break;
            case HtmlKind.Unknown:
                scope.Say(ExchangeTexts.FormattingLost, element.LocalName);
                Append(to, element.ChildNodes, within);
                break;
            case HtmlKind.Block
            or HtmlKind.List
            or HtmlKind.Table
            or HtmlKind.Quote
            or HtmlKind.Preformatted
            or HtmlKind.Heading
            or HtmlKind.Rule:
                AppendText(to, " ");
                Append(to, element.ChildNodes, within);
                AppendText(to, " ");
                break;
            default:
                Append(to, element.ChildNodes, within);
                break;
        }
    }

    private void AppendText(StringBuilder to, string data)
    {
        var text = new StringBuilder();
        foreach (var letter in data)
        {
            if (letter == '\u00a0' || !char.IsWhiteSpace(letter))
            {
                text.Append(letter);
            }
            else if (
                text.Length > 0 ? text[^1] != ' ' : to.Length > 0 && to[^1] is not (' ' or '\n')
            )
            {
                text.Append(' ');
            }
        }

        var written = text.ToString();
        words.Append(written);
        EscapedText.Append(to, written);
    }

    private void AppendMarked(StringBuilder to, IElement element, string mark, string within)
    {
        var start = to.Length;
        Append(to, element.ChildNodes, within);
        var content = EdgedText.TakeFrom(to, start);
        var touches = content.Before.Length == 0 && closed == (mark, start);
        to.Append(content.Before);
        if (content.Inside.Length == 0)
        {
            return;
        }

        if (touches)
        {
            // Two that touch are one: four marks in a row would be read as letters.
            to.Length -= mark.Length;
        }
        else
        {
            to.Append(mark);
        }

        to.Append(content.Inside).Append(mark);
        closed = (mark, to.Length);
        to.Append(content.After);
    }

    private static bool IsCode(IElement element)
    {
        var text = element.TextContent;
        return !string.IsNullOrWhiteSpace(text)
            && text.IndexOfAny(['{', '}', '[', '|', '\n', GapText.Open]) < 0;
    }

    private void AppendCode(StringBuilder to, string code)
    {
        words.Append(code);
        var fence = new string('`', Backticks.LongestRun(code) + 1);
        var pad = code[0] is '`' or ' ' || code[^1] is '`' or ' ' ? " " : "";
        to.Append(fence).Append(pad).Append(code).Append(pad).Append(fence);
    }

    private void AppendLink(StringBuilder to, IElement element, string within)
    {
        var href = element.GetAttribute("href") ?? "";
        var address = Address.Read(href.Trim()) switch
        {
            Address.OnWeb web => web.Href,
            Address.ToPerson person => person.Href,
            _ => null,
        };
        var start = to.Length;
        Append(to, element.ChildNodes, within);
        if (address is null)
        {
            SayLost(element, href);
            return;
        }

        var (before, text, after) = EdgedText.TakeFrom(to, start);
        to.Append(before);
        if (text.Length > 0)
        {
            to.Append('[').Append(text).Append("](").Append(LinkAddress.Of(address)).Append(')');
        }

        to.Append(after);
    }

    private void SayLost(IElement element, string href)
    {
        if (MoodleFiles.IsOne(href))
        {
            scope.Say(ExchangeTexts.FileNotTaken, MoodleFiles.NameOf(href));
        }
        else if (href.Length > 0)
        {
            scope.Say(ExchangeTexts.LinkLost, href);
        }
    }

    private void AppendPicture(StringBuilder to, IElement element)
    {
        var source = element.GetAttribute("src") ?? "";
        scope.Say(ExchangeTexts.FileNotTaken, MoodleFiles.NameOf(source));
        if (element.GetAttribute("alt") is { Length: > 0 } alt)
        {
            AppendText(to, alt);
        }
    }
}
