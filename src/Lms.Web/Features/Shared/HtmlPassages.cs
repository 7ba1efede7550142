using System.Net;
using System.Text;
using Lms.Domain.Courses;
using Lms.Web.Search;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The plain words of HTML that our own pipeline made, cut at the headings that have an anchor. One
/// pass; tags are left out.
/// </summary>
internal static class HtmlPassages
{
    public static IEnumerable<Passage> Of(string html, IReadOnlyList<LessonSection> sections)
    {
        var titles = sections
            .DistinctBy(one => one.Anchor)
            .ToDictionary(one => one.Anchor, one => one.Title);
        var passages = new List<Passage>();
        var text = new StringBuilder();
        var (section, heading) = ("", "");
        var isHeading = false;
        for (var at = 0; at < html.Length; )
        {
            if (html[at] != '<')
            {
                at = TextEnd(html, at, isHeading ? null : text);
                continue;
            }

            var end = TagEnd(html, at);
            var tag = html[at..end];
            at = end;
            if (IsHeading(tag, "</"))
            {
                isHeading = false;
            }
            else if (IsHeading(tag, "<") && titles.TryGetValue(IdOf(tag), out var title))
            {
                Add(passages, section, heading, text);
                (section, heading, isHeading) = (IdOf(tag), title, true);
            }
            else if (IsBlock(tag))
            {
                text.Append(' ');
            }
        }

        Add(passages, section, heading, text);
        return passages;
    }

    private static void Add(
        List<Passage> passages,
        string section,
        string heading,
        StringBuilder text
    )
    {
        var words = WebUtility.HtmlDecode(text.ToString());
        text.Clear();
        var plain = string.Join(
            ' ',
            words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (plain.Length + heading.Length > 0)
        {
            passages.Add(new(section, section, heading, plain));
        }
    }

    private static int TextEnd(string html, int at, StringBuilder? text)
    {
        var end = html.IndexOf('<', at);
        end = end < 0 ? html.Length : end;
        text?.Append(html, at, end - at);
        return end;
    }

    /// <summary>Behind the tag; a bracket within quotation marks does not end it.</summary>
    private static int TagEnd(string html, int at)
    {
        var quote = '\0';
        for (; at < html.Length; at++)
        {
            var letter = html[at];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '"' or '\'')
            {
                quote = letter;
            }
            else if (letter == '>')
            {
                return at + 1;
            }
        }

        return html.Length;
    }

    private static bool IsHeading(string tag, string opening) =>
        tag.StartsWith($"{opening}h", StringComparison.Ordinal)
        && tag.Length > opening.Length + 1
        && tag[opening.Length + 1] is >= '1' and <= '6';

    /// <summary>A mark within a word, as of bold letters, does not part it.</summary>
    private static bool IsBlock(string tag)
    {
        var name = tag.Trim('<', '/', '>').Split(' ')[0];
        return name
            is not (
                "a"
                or "abbr"
                or "b"
                or "code"
                or "del"
                or "dfn"
                or "em"
                or "i"
                or "ins"
                or "mark"
                or "span"
                or "strong"
                or "sub"
                or "sup"
                or "u"
            );
    }

    private static string IdOf(string tag)
    {
        const string name = " id=\"";
        var start = tag.IndexOf(name, StringComparison.Ordinal);
        return start < 0 ? "" : tag[(start + name.Length)..].Split('"')[0];
    }
}
