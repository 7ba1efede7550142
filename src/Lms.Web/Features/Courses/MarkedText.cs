using Lms.Web.Search;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses;

/// <summary>An excerpt as HTML: every part is encoded, and only the marks are ours.</summary>
internal static class MarkedText
{
    public static IHtmlContent Of(Excerpt excerpt)
    {
        var html = new HtmlContentBuilder();
        foreach (var part in excerpt.Parts)
        {
            if (part.IsWanted)
            {
                html.AppendHtml("<mark>").Append(part.Text).AppendHtml("</mark>");
            }
            else
            {
                html.Append(part.Text);
            }
        }

        return html;
    }
}
