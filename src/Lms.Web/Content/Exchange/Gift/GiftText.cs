using System.Text;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>
/// A piece of GIFT. <c>Marks</c> is what delimiters are looked for in: an escaped letter is a hole
/// there. <c>Letters</c> is what a reader sees, of the same length.
/// </summary>
internal readonly struct GiftText
{
    private const char Hole = '\ufffc';
    private const string Escapable = @"\:#={}~";

    private readonly string marks;
    private readonly string letters;
    private readonly int[] offsets;
    private readonly Range range;

    private GiftText(string marks, string letters, int[] offsets, Range range) =>
        (this.marks, this.letters, this.offsets, this.range) = (marks, letters, offsets, range);

    public ReadOnlySpan<char> Marks => marks.AsSpan(range);

    public string Letters => letters[range];

    public int Length => range.End.Value - range.Start.Value;

    /// <summary>Of its beginning, in the file.</summary>
    public int Offset => offsets[Math.Min(range.Start.Value, offsets.Length - 1)];

    /// <param name="lines">Each with its offset in the file; comments are not among them.</param>
    public static GiftText Of(IEnumerable<(string Text, int Offset)> lines)
    {
        var (seen, shown, places) = (new StringBuilder(), new StringBuilder(), new List<int>());
        foreach (var (text, offset) in lines)
        {
            for (var at = 0; at < text.Length; at++)
            {
                places.Add(offset + at);
                if (EscapedAt(text, at) is { } letter)
                {
                    seen.Append(Hole);
                    shown.Append(letter);
                    at++;
                }
                else
                {
                    seen.Append(text[at]);
                    shown.Append(text[at]);
                }
            }

            // A line end of the file is told from one that is written as \n.
            places.Add(offset + text.Length);
            seen.Append('\n');
            shown.Append('\n');
        }

        places.Add(places.Count == 0 ? 0 : places[^1]);
        return new(seen.ToString(), shown.ToString(), [.. places], 0..seen.Length);
    }

    private static char? EscapedAt(string text, int at) =>
        text[at] != '\\' || at + 1 == text.Length ? null
        : text[at + 1] == 'n' ? '\n'
        : Escapable.Contains(text[at + 1], StringComparison.Ordinal) ? text[at + 1]
        : null;

    public GiftText this[Range part]
    {
        get
        {
            var (from, length) = part.GetOffsetAndLength(Length);
            var start = range.Start.Value + from;
            return new(marks, letters, offsets, start..(start + length));
        }
    }

    public int IndexOf(string mark) => Marks.IndexOf(mark, StringComparison.Ordinal);

    public bool StartsWith(string mark) => Marks.StartsWith(mark, StringComparison.Ordinal);

    public GiftText Trim()
    {
        var start = Length - Marks.TrimStart().Length;
        return this[start..(start + Marks.Trim().Length)];
    }

    /// <summary>Before the mark, and after it; null when there is none.</summary>
    public (GiftText Before, GiftText After)? Cut(string mark)
    {
        var at = IndexOf(mark);
        return at < 0 ? null : (this[..at].Trim(), this[(at + mark.Length)..].Trim());
    }

    /// <summary>The same, where the mark may be missing.</summary>
    public (GiftText Before, GiftText? After) CutOff(string mark) =>
        Cut(mark) is var (before, after) ? (before, after) : (this, null);

    /// <summary>The letters, where line ends of the file are spaces.</summary>
    public string Unwrapped =>
        string.Create(
            Length,
            this,
            (span, text) =>
            {
                text.Letters.CopyTo(span);
                for (var at = 0; at < span.Length; at++)
                {
                    span[at] = text.Marks[at] == '\n' ? ' ' : span[at];
                }
            }
        );
}
