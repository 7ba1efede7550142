namespace Lms.Web.Search.Stems;

/// <summary>
/// What a Ukrainian word can be read as. One form often has two readings (<c>порушень</c> is of a noun,
/// <c>вербувала</c> of a verb), and only a dictionary could choose; so a word is filed under each, and
/// two words meet when they share one.
/// </summary>
internal static class UkrainianStems
{
    private const int Shortest = 3;

    /// <param name="word">Folded: lower case, without apostrophes, г for ґ.</param>
    public static StemSet Of(string word)
    {
        var stems = new StemSet();
        if (IrregularWords.StemOf(word) is { } irregular)
        {
            stems.Add(irregular);
        }
        else if (word.Length < Shortest)
        {
            stems.Add(word);
        }
        else
        {
            NominalStems.AddTo(stems, word);
            VerbStems.AddTo(stems, word);
        }

        return stems;
    }
}
