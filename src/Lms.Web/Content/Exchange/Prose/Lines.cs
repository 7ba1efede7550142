namespace Lms.Web.Content.Exchange.Prose;

/// <summary>Puts blocks of Markdown inside others.</summary>
internal static class Lines
{
    /// <summary>Every line but the first moves to the right; empty ones stay empty.</summary>
    public static string Indented(string markdown, int by)
    {
        var space = new string(' ', by);
        return string.Join(
            '\n',
            markdown
                .Split('\n')
                .Select((line, at) => at == 0 || line.Length == 0 ? line : space + line)
        );
    }

    public static string Quoted(string markdown) =>
        string.Join(
            '\n',
            markdown.Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line)
        );
}
