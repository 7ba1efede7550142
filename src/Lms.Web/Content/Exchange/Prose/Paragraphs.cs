namespace Lms.Web.Content.Exchange.Prose;

/// <summary>Cuts a text at its breaks: an empty line begins a paragraph.</summary>
internal static class Paragraphs
{
    private static readonly char[] Blank = [' ', '\u00a0', '\t'];

    /// <param name="written">Markdown whose line feeds are breaks.</param>
    public static IEnumerable<string> Of(string written)
    {
        var lines = new List<string>();
        foreach (var line in written.Split('\n').Select(line => line.Trim(Blank)))
        {
            if (line.Length > 0)
            {
                lines.Add(EscapedText.AtLineStart(line));
            }
            else if (lines.Count > 0)
            {
                yield return string.Join("\\\n", lines);
                lines.Clear();
            }
        }

        if (lines.Count > 0)
        {
            yield return string.Join("\\\n", lines);
        }
    }
}
