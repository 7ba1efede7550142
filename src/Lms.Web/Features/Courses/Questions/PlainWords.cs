using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lms.Web.Features.Courses.Questions;

/// <summary>Safe HTML as the words alone, for the entries of a list to choose from.</summary>
public static class PlainWords
{
    private static readonly HtmlParser Parser = new();

    public static string Of(string html)
    {
        if (
            !html.Contains('<', StringComparison.Ordinal)
            && !html.Contains('&', StringComparison.Ordinal)
        )
        {
            return html;
        }

        var body = Parser.ParseDocument(html).Body!;
        foreach (var picture in body.QuerySelectorAll("img"))
        {
            picture.Replace(body.Owner!.CreateTextNode(picture.GetAttribute("alt") ?? ""));
        }

        return body.TextContent.Trim();
    }
}
