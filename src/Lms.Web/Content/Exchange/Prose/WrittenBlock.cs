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

    private static bool IsNumbered(string block)
    {
        var digits = block.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && block.AsSpan(digits).StartsWith(") ", StringComparison.Ordinal);
    }
}
