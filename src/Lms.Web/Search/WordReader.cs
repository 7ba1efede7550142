namespace Lms.Web.Search;

/// <summary>
/// Reads the words of a text one after another, folded, in one pass. A hyphenated word comes in its
/// parts and then whole: «соціально», «психологічна», «соціальнопсихологічна».
/// </summary>
/// <param name="text">In composed form (NFC).</param>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    /// <summary>Letters beyond these do not tell words apart.</summary>
    private const int Longest = 60;

    private readonly ReadOnlySpan<char> text = text;
    private readonly char[] part = new char[Longest];
    private readonly char[] whole = new char[Longest];
    private int partLength;
    private int wholeLength;
    private int wholeStart;
    private int parts;
    private bool isInside;
    private int at;

    /// <summary>Where the word stands in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Behind its last letter.</summary>
    public int End { get; private set; }

    /// <summary>A hyphenated word, after its parts.</summary>
    public bool IsWhole { get; private set; }

    public readonly ReadOnlySpan<char> Word =>
        IsWhole ? whole.AsSpan(0, wholeLength) : part.AsSpan(0, partLength);

    public bool MoveNext()
    {
        IsWhole = false;
        if (!isInside)
        {
            if (parts > 1)
            {
                (Start, End, IsWhole, parts) = (wholeStart, at, true, 0);
                return true;
            }

            while (at < text.Length && !Spelling.IsOfWord(text[at]))
            {
                at++;
            }

            if (at == text.Length)
            {
                return false;
            }

            (wholeStart, wholeLength, parts) = (at, 0, 0);
        }

        ReadPart();
        return true;
    }

    private void ReadPart()
    {
        Start = at;
        partLength = 0;
        while (at < text.Length && (Spelling.IsOfWord(text[at]) || IsWithin()))
        {
            if (partLength < Longest && Spelling.IsOfWord(text[at]))
            {
                part[partLength++] = Spelling.Folded(text[at]);
            }

            at++;
        }

        End = at;
        Spelling.MakeOneAlphabet(part.AsSpan(0, partLength));
        var fits = Math.Min(partLength, Longest - wholeLength);
        part.AsSpan(0, fits).CopyTo(whole.AsSpan(wholeLength));
        wholeLength += fits;
        parts++;
        isInside = at < text.Length && Spelling.IsHyphen(text[at]) && IsLetterAt(at + 1);
        at += isInside ? 1 : 0;
    }

    /// <summary>An apostrophe between letters, or what nobody sees.</summary>
    private readonly bool IsWithin() =>
        Spelling.IsUnseen(text[at]) || (Spelling.IsApostrophe(text[at]) && IsLetterAt(at + 1));

    private readonly bool IsLetterAt(int place) =>
        place < text.Length && Spelling.IsOfWord(text[place]);
}
