namespace Lms.Web.Content.Exchange.Prose;

/// <summary>Tells blocks of our own writing apart by how they begin.</summary>
internal static class WrittenBlock
{
    public static bool IsQuote(string block) => block.StartsWith("> ", StringComparison.Ordinal);

    /// <summary>A paragraph, not a list, a quote, code, a table or a rule.</summary>
    public static bool IsText(string block) =>
        !IsQuote(block)
        && !block.StartsWith("* ", StringComparison.Ordinal)
        && !block.StartsWith("```", StringComparison.Ordinal)
        && !block.StartsWith("| ", StringComparison.Ordinal)
        && block != "***"
        && !IsNumbered(block);

    /// <summary>Code or a table: its lines are nothing alone.</summary>
    public static bool IsSolid(string block) =>
        block.Contains("```", StringComparison.Ordinal)
        || block.StartsWith("| ", StringComparison.Ordinal);

    /// <summary>A line of a list or a quote, as a line.</summary>
    public static string WithoutMark(string line)
    {
        var text = line.TrimStart(' ', '>');
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return text.StartsWith("* ", StringComparison.Ordinal) ? WithoutMark(text[2..])
            : IsNumbered(text) ? WithoutMark(text[(digits + 2)..])
            : text is "***" ? ""
            : text;
    }

    private static bool IsNumbered(string block)
    {
        var digits = block.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && block.AsSpan(digits).StartsWith(") ", StringComparison.Ordinal);
    }
}
