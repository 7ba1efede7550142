using System.Buffers;

namespace Lms.Web.Content.Markup;

/// <summary>One key with its value and place; <c>#id</c> has the key <c>#</c>.</summary>
internal sealed record WrittenAttribute(string Key, string Value, int Offset);

/// <summary>
/// <c>{#id key=value}</c> by a parser of our own: Markdig's generic attributes let
/// <c>{onclick=…}</c> through.
/// </summary>
/// <param name="IsReadable">False when the braces hold something else; <c>All</c> is empty then.</param>
internal sealed record AttributeList(
    int Offset,
    bool IsReadable,
    IReadOnlyList<WrittenAttribute> All
)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t=\"'{}#");

    public string? this[string key] => All.FirstOrDefault(one => one.Key == key)?.Value;

    /// <summary>The braces that end <paramref name="line"/>; null when none do.</summary>
    /// <param name="offset">Of the line's first character.</param>
    public static AttributeList? AtEndOf(ReadOnlySpan<char> line, int offset, out int start)
    {
        var trimmed = line.TrimEnd();
        start = trimmed is [.., '}'] ? trimmed.LastIndexOf('{') : -1;
        // The braces of a gap are its answers.
        start = start >= 0 && trimmed[..start].EndsWith("___") ? -1 : start;
        return start < 0 ? null : Inside(trimmed[(start + 1)..^1], offset + start);
    }

    /// <summary>What stands between the braces.</summary>
    /// <param name="offset">Of the opening brace.</param>
    public static AttributeList Inside(ReadOnlySpan<char> inside, int offset)
    {
        var all = new List<WrittenAttribute>();
        for (var at = 0; at < inside.Length; )
        {
            if (inside[at] is ' ' or '\t')
            {
                at++;
            }
            else if (One(inside[at..], offset + 1 + at, out var length) is { } attribute)
            {
                all.Add(attribute);
                at += length;
            }
            else
            {
                return new(offset, false, []);
            }
        }

        return new(offset, all.Count > 0, all);
    }

    private static WrittenAttribute? One(ReadOnlySpan<char> text, int offset, out int length)
    {
        var isId = text[0] == '#';
        var name = Word(text[(isId ? 1 : 0)..]);
        length = name.Length + (isId ? 1 : 0);
        if (name.Length == 0 || isId)
        {
            return name.Length == 0 ? null : new("#", name.ToString(), offset);
        }

        if (length == text.Length || text[length] != '=')
        {
            return new(name.ToString(), "", offset);
        }

        var rest = text[(length + 1)..];
        var isQuoted = rest is ['"', ..];
        var end = isQuoted ? rest[1..].IndexOf('"') : Word(rest).Length;
        if (end < 0 || (end == 0 && !isQuoted))
        {
            return null;
        }

        length += 1 + end + (isQuoted ? 2 : 0);
        return new(name.ToString(), rest.Slice(isQuoted ? 1 : 0, end).ToString(), offset);
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(Ends);
        return end < 0 ? text : text[..end];
    }
}
