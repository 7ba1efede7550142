using Lms.Web.Content.Exchange.Prose;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary><c>[html]</c>, <c>[markdown]</c>, <c>[plain]</c> or <c>[moodle]</c> before a text.</summary>
internal static class GiftFormats
{
    private const int LongestName = 10;

    private static readonly Dictionary<string, TextFormat> Names = new(StringComparer.Ordinal)
    {
        ["html"] = TextFormat.Html,
        ["markdown"] = TextFormat.Markdown,
        ["plain"] = TextFormat.Plain,
        ["moodle"] = TextFormat.Moodle,
    };

    /// <summary>The format named, and the text behind its name.</summary>
    public static (TextFormat Format, GiftText Text) Of(
        GiftText text,
        TextFormat otherwise,
        QuestionScope scope
    )
    {
        var trimmed = text.Trim();
        var end = trimmed.StartsWith("[") ? trimmed.IndexOf("]") : -1;
        if (end is < 1 or > LongestName)
        {
            return (otherwise, trimmed);
        }

        var name = trimmed[1..end].Letters;
        if (Names.TryGetValue(name, out var format))
        {
            return (format, trimmed[(end + 1)..].Trim());
        }

        if (name.Length > 3 && Nearest.To(name, Names.Keys) is { } nearest)
        {
            scope.Suggest(GiftTexts.UnknownFormat, $"[{nearest}]", name);
        }

        return (otherwise, trimmed);
    }

    public static ForeignText Read(GiftText text, TextFormat otherwise, QuestionScope scope)
    {
        var (format, rest) = Of(text, otherwise, scope);
        return Foreign(rest, format);
    }

    public static ForeignText Foreign(GiftText text, TextFormat format) =>
        new(
            format is TextFormat.Plain or TextFormat.Moodle ? text.Unwrapped : text.Letters,
            format
        );
}
