using System.Text;

namespace Lms.Web.Content.Exchange.Prose;

/// <summary>An address as it may stand between the parentheses of a link.</summary>
internal static class LinkAddress
{
    private const string Marks = "()<>[]{}|`\"'*_~^";

    public static string Of(string address)
    {
        var to = new StringBuilder();
        for (var at = 0; at < address.Length; at++)
        {
            var letter = address[at];
            if (letter is '_' or '~' or '*')
            {
                to.Append('\\').Append(letter);
            }
            else if (Marks.Contains(letter, StringComparison.Ordinal))
            {
                to.Append(Uri.HexEscape(letter));
            }
            else if (letter == '&' && EscapedText.IsEntity(address.AsSpan(at + 1)))
            {
                to.Append("&amp;");
            }
            else
            {
                to.Append(letter);
            }
        }

        return to.ToString();
    }
}
