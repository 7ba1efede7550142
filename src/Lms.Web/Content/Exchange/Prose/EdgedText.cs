using System.Text;

namespace Lms.Web.Content.Exchange.Prose;

/// <summary>What is to be marked, and the blanks around it, which no mark may touch.</summary>
internal readonly record struct EdgedText(string Before, string Inside, string After)
{
    private static readonly char[] Blank = [' ', '\n', '\u00a0'];

    /// <summary>Takes off what was written from <paramref name="start"/> on.</summary>
    public static EdgedText TakeFrom(StringBuilder to, int start)
    {
        var content = to.ToString(start, to.Length - start);
        to.Length = start;
        var rest = content.TrimStart(Blank);
        var inside = rest.TrimEnd(Blank);
        return new(content[..^rest.Length], inside, rest[inside.Length..]);
    }
}
