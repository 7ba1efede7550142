namespace Lms.Web.Content.Markup;

/// <summary>
/// How deep the lines could nest, by one linear pass before Markdig sees them: it throws on deep
/// input and takes seconds on less deep one.
/// </summary>
internal static class NestingLimit
{
    public const int Deepest = 32;

    /// <summary>Offset of the first line that nests deeper, else -1.</summary>
    public static int FirstTooDeep(ReadOnlySpan<char> text)
    {
        var start = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (DepthOf(line) > Deepest)
            {
                return start;
            }

            start += line.Length + 1;
        }

        return -1;
    }

    /// <summary>Markers at the start of the line, and a level for each two columns before the last.</summary>
    private static int DepthOf(ReadOnlySpan<char> line)
    {
        var (markers, columns, indent) = (0, 0, 0);
        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case ' ':
                    columns++;
                    break;
                case '\t':
                    columns += 4;
                    break;
                case '>':
                    (markers, indent) = (markers + 1, columns);
                    break;
                default:
                    if (MarkerLength(line[at..]) is not (> 0 and var length))
                    {
                        return markers + indent / 2;
                    }

                    (markers, indent, at) = (markers + 1, columns, at + length - 1);
                    break;
            }
        }

        return markers + indent / 2;
    }

    private static int MarkerLength(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && digits < 9 && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        var isMarker =
            digits < text.Length
            && (digits == 0 ? text[0] is '-' or '+' or '*' : text[digits] is '.' or ')');
        var isApart = digits + 1 >= text.Length || text[digits + 1] is ' ' or '\t';
        return isMarker && isApart ? digits + 1 : 0;
    }
}
