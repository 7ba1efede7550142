namespace Lms.Web.Search;

/// <summary>What was typed, as words. Reading it takes time in proportion to its length.</summary>
public sealed class SearchQuery
{
    public const int MostLetters = 200;
    public const int MostWords = 10;

    private SearchQuery(IReadOnlyList<string> words, string begun, bool isCut)
    {
        Words = words;
        Begun = begun;
        IsCut = isCut;
    }

    /// <summary>Folded, each once, in the order typed.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The last word while it may still grow; empty behind a space.</summary>
    public string Begun { get; }

    /// <summary>More was typed than is searched for.</summary>
    public bool IsCut { get; }

    public bool IsEmpty => Words.Count == 0;

    public static SearchQuery Of(string typed)
    {
        var text = Composed.Of(typed.Length > MostLetters ? typed[..MostLetters] : typed);
        var words = new List<string>(MostWords);
        var begun = "";
        var isCut = typed.Length > MostLetters;
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            var word = reader.Word.ToString();
            if (reader.IsWhole || words.Contains(word))
            {
                continue;
            }

            if (words.Count == MostWords)
            {
                isCut = true;
                break;
            }

            words.Add(word);
            begun = reader.End == text.Length && !isCut ? word : "";
        }

        return new(words, begun, isCut);
    }
}
