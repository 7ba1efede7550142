namespace Lms.Web.Content.Exchange.Prose;

internal static class OneLine
{
    private static readonly char[] Blank = [' ', '\u00a0', '\n', '\t'];

    /// <summary>Markdown with breaks, as one line without.</summary>
    public static string Of(string written) =>
        string.Join(
            ' ',
            written.Split('\n').Select(line => line.Trim(Blank)).Where(line => line.Length > 0)
        );
}
