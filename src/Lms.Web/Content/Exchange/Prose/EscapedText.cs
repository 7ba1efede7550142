using System.Buffers;
using System.Text;

namespace Lms.Web.Content.Exchange.Prose;

/// <summary>
/// Writes letters so that Markdown, and every form of ours, shows them as they are. Braces become
/// entities: attributes are looked for in the raw line, where a backslash does not count.
/// </summary>
internal static class EscapedText
{
    private const string Marks = @"\`*_[]<|~";
    private const string MarksOfLineStart = ">#+-=:^";

    private static readonly SearchValues<char> Word = SearchValues.Create(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    public static void Append(StringBuilder to, ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            switch (letter)
            {
                case '{':
                    to.Append("&#123;");
                    break;
                case '}':
                    to.Append("&#125;");
                    break;
                case '&' when IsEntity(text[(at + 1)..]):
                    to.Append(@"\&");
                    break;
                case ':' or '.' when BeginsAddress(text[..at], text[at..]):
                    to.Append('\\').Append(letter);
                    break;
                case var _ when Marks.Contains(letter, StringComparison.Ordinal):
                    to.Append('\\').Append(letter);
                    break;
                default:
                    to.Append(letter);
                    break;
            }
        }
    }

    public static string Of(string text)
    {
        var to = new StringBuilder();
        Append(to, text);
        return AtLineStart(to.ToString());
    }

    /// <summary>A line of Markdown, kept from beginning a list, a heading or another block.</summary>
    public static string AtLineStart(string line)
    {
        if (line.Length == 0)
        {
            return line;
        }

        if (MarksOfLineStart.Contains(line[0], StringComparison.Ordinal))
        {
            return @"\" + line;
        }

        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits] is '.' or ')' ? line.Insert(digits, @"\") : line;
    }

    /// <summary>A bare address becomes a link, and its escapes would be part of it.</summary>
    private static bool BeginsAddress(ReadOnlySpan<char> before, ReadOnlySpan<char> from)
    {
        var isWeb = from.StartsWith("://", StringComparison.Ordinal);
        return from[0] == '.'
            ? before.EndsWith("www", StringComparison.OrdinalIgnoreCase)
            : isWeb
                || before.EndsWith("mailto", StringComparison.OrdinalIgnoreCase)
                || before.EndsWith("tel", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Letters, digits and a semicolon: more than there are, but all there are.</summary>
    public static bool IsEntity(ReadOnlySpan<char> after)
    {
        var name = after is ['#', .. var rest] ? rest : after;
        var end = name.IndexOf(';');
        return end > 0 && !name[..end].ContainsAnyExcept(Word);
    }
}
