using System.Globalization;
using System.Text;
using Lms.Domain.Courses;
using Lms.Web.Content.Files;
using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

/// <summary>Names the headings of a text: by <c>{#id}</c>, else by their words as GitHub does.</summary>
internal static class HeadingAnchors
{
    private const int ContentsLevel = 2;

    public static string? Of(HeadingBlock heading) =>
        heading.GetData(typeof(HeadingAnchors)) as string;

    /// <summary>The anchors of the page, and the headings its contents list shows.</summary>
    public static (IReadOnlySet<string> Anchors, IReadOnlyList<LessonSection> Sections) Give(
        MarkupText text
    )
    {
        var headings = text.Document.Descendants<HeadingBlock>().ToList();
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in headings)
        {
            if (WrittenId(text, heading) is { } id)
            {
                Name(
                    heading,
                    id,
                    anchors,
                    () => text.Report(MarkupTexts.DuplicateId, heading.Span.Start, id)
                );
            }
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in headings.Where(heading => Of(heading) is null))
        {
            var words = Words(PlainText.Of(heading));
            Name(heading, Unique(words, anchors, numbers), anchors, () => { });
        }

        var sections = headings.Where(heading => heading.Level <= ContentsLevel);
        return (
            anchors,
            [.. sections.Select(one => new LessonSection(Of(one)!, PlainText.Of(one)))]
        );
    }

    private static void Name(HeadingBlock heading, string id, HashSet<string> anchors, Action twice)
    {
        if (!anchors.Add(id))
        {
            twice();
        }

        heading.SetData(typeof(HeadingAnchors), id);
    }

    private static string? WrittenId(MarkupText text, HeadingBlock heading)
    {
        if (HeadingAttributes.Of(heading) is not { } attributes)
        {
            return null;
        }

        text.Refuse(attributes, "#");
        return attributes["#"] is { } id && text.IsId(id, attributes.Offset) ? id : null;
    }

    /// <summary>Letters and digits of any script, lower case, hyphens for spaces.</summary>
    private static string Words(string title)
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
