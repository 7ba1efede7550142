using System.Globalization;
using System.Text;
using Lms.Domain.Courses;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

/// <summary>Names the headings of a text: by <c>{#id}</c>, else by their words as GitHub does.</summary>
internal static class HeadingAnchors
{
    private const int ContentsLevel = 2;

    public static string? Of(HeadingBlock heading) => heading.TryGetAttributes()?.Id;

    /// <summary>The anchors of the page, and the headings its contents list shows.</summary>
    public static (IReadOnlySet<string> Anchors, IReadOnlyList<LessonSection> Sections) Give(
        MarkupText text
    )
    {
        var anchors = WrittenIds.Claim(text);
        var headings = text.Blocks<HeadingBlock>().ToList();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in headings.Where(heading => Of(heading) is null))
        {
            var anchor = Unique(Words(PlainText.Of(heading)), anchors, numbers);
            anchors.Add(anchor);
            heading.GetAttributes().Id = anchor;
        }

        var sections = headings.Where(heading => heading.Level <= ContentsLevel);
        return (
            anchors,
            [.. sections.Select(one => new LessonSection(Of(one)!, PlainText.Of(one)))]
        );
    }

    /// <summary>Letters and digits of any script, lower case, hyphens for spaces.</summary>
    internal static string Words(string title)
    {
        var words = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                words.Append(letter);
            }
            else if (char.IsWhiteSpace(letter))
            {
                words.Append('-');
            }
        }

        return words.Length == 0 ? "section" : words.ToString();
    }

    /// <param name="numbers">The last number given to the same words, so that many stay linear.</param>
    private static string Unique(
        string words,
        HashSet<string> anchors,
        Dictionary<string, int> numbers
    )
    {
        var anchor = words;
        while (anchors.Contains(anchor))
        {
            var number = numbers.GetValueOrDefault(words) + 1;
            numbers[words] = number;
            anchor = string.Create(CultureInfo.InvariantCulture, $"{words}-{number}");
        }

        return anchor;
    }
}
