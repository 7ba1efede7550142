namespace Lms.Web.Content.Markup;

/// <param name="End">Of its letters, without the line feed.</param>
/// <param name="IsCode">Between the fences of a code block; the fences themselves are not.</param>
internal readonly record struct TextLine(int Start, int End, bool IsCode);

/// <summary>
/// The lines of a text before anything is parsed, and which of them are fenced code (CommonMark
/// 0.31.2, 4.5).
/// </summary>
internal static class TextLines
{
    public static IEnumerable<TextLine> Of(string text, int from)
    {
        var fence = "";
        for (var line = from; line < text.Length; )
        {
            var end = text.IndexOf('\n', line);
            end = end < 0 ? text.Length : end;
            var isInside = fence.Length > 0;
            var closes = isInside && Closes(text.AsSpan(line, end - line), fence);
            yield return new(line, end, isInside && !closes);
            fence =
                closes ? ""
                : isInside ? fence
                : Opens(text.AsSpan(line, end - line));
            line = end + 1;
        }
    }

    /// <summary>The fence that the line opens; empty when none.</summary>
    private static string Opens(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        if (line.Length - text.Length > 3 || text is not (['`', ..] or ['~', ..]))
        {
            return "";
        }

        var length = text.IndexOfAnyExcept(text[0]) is >= 0 and var at ? at : text.Length;
        var isCode = text[0] == '`' && text[length..].Contains('`');
        return length < 3 || isCode ? "" : text[..length].ToString();
    }

    private static bool Closes(ReadOnlySpan<char> line, string fence)
    {
        var text = line.TrimStart(' ');
        var mark = text.TrimEnd();
        return line.Length - text.Length <= 3
            && mark.Length >= fence.Length
            && mark.IndexOfAnyExcept(fence[0]) < 0;
    }
}
