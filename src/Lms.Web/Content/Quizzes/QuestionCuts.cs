namespace Lms.Web.Content.Quizzes;

/// <summary>
/// Cuts a quiz at its <c>##</c> lines outside fenced code, before anything is parsed, so that a
/// question stays within its own limit.
/// </summary>
internal static class QuestionCuts
{
    public static IReadOnlyList<(int Start, int End)> Of(string text, int from)
    {
        var starts = new List<int>();
        var fence = "";
        for (var line = from; line < text.Length; )
        {
            var end = text.IndexOf('\n', line);
            end = end < 0 ? text.Length : end;
            var content = text.AsSpan(line, end - line);
            if (fence.Length > 0)
            {
                fence = Closes(content, fence) ? "" : fence;
            }
            else if (content is "##" or ['#', '#', ' ' or '\t', ..])
            {
                starts.Add(line);
            }
            else
            {
                fence = Opens(content);
            }

            line = end + 1;
        }

        return [.. starts.Zip([.. starts.Skip(1), text.Length])];
    }

    /// <summary>The fence that the line opens (CommonMark 0.31.2, 4.5); empty when none.</summary>
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
