namespace Lms.Web.Content.Markup;

/// <summary>
/// Counts the lines that may define a link, <c>[name]: address</c>, before anything is parsed: each is
/// cut off its paragraph by itself, and a bank may hold a megabyte of them.
/// </summary>
internal static class DefinitionLimit
{
    /// <summary>The limit that docs/authoring.md names.</summary>
    public const int Most = 500;

    /// <summary>Offset of the first line past the limit; negative when there is none.</summary>
    public static int FirstTooMany(string text)
    {
        var seen = 0;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start).TrimStart();
            if (
                line is ['[', not '^', ..]
                && line.Contains("]:", StringComparison.Ordinal)
                && ++seen > Most
            )
            {
                return start;
            }

            start = end + 1;
        }

        return -1;
    }
}
