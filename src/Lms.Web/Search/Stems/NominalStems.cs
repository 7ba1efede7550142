namespace Lms.Web.Search.Stems;

/// <summary>Readings as a noun, an adjective or a pronoun: the case ending is taken off.</summary>
internal static class NominalStems
{
    // What to cut, the longest ending that fits. A second number where the ending may belong to the
    // word itself: «законом» and «диплом», «людей» and «музей».
    private static readonly (string Ending, int[] Cuts)[] Endings =
    [
        ("ього", [4]),
        ("ьому", [4]),
        ("ями", [3]),
        ("ами", [3]),
        ("ові", [3, 1]),
        ("еві", [3, 1]),
        ("єві", [3, 1]),
        ("ого", [3]),
        ("ому", [3, 1]),
        ("ими", [3]),
        ("іми", [3]),
        ("їми", [3]),
        ("ьми", [3]),
        ("има", [3, 1]),
        ("ьою", [3]),
        ("ьої", [3]),
        ("ою", [2, 1]),
        ("ею", [2, 1]),
        ("єю", [2, 1]),
        ("ах", [2, 0]),
        ("ях", [2]),
        ("ам", [2, 0]),
        ("ям", [2]),
        ("ом", [2, 0]),
        ("ем", [2, 0]),
        ("єм", [2]),
        ("ів", [2, 0]),
        ("їв", [2, 0]),
        ("их", [2, 0]),
        ("іх", [2, 0]),
        ("їх", [2]),
        ("им", [2, 0]),
        ("ім", [2, 0]),
        ("їм", [2]),
        ("ий", [2]),
        ("ій", [2, 1]),
        ("їй", [2]),
        ("ої", [2, 1]),
        ("ей", [2, 1]),
        ("ье", [2]),
        ("ьо", [2]),
        ("ья", [2]),
        ("ью", [2]),
        ("а", [1]),
        ("я", [1]),
        ("у", [1]),
        ("ю", [1]),
        ("и", [1]),
        ("і", [1]),
        ("ї", [1]),
        ("о", [1]),
        ("е", [1]),
        ("є", [1]),
        ("ь", [1]),
        ("й", [1]),
    ];

    private const int ShortestStem = 2;

    public static void AddTo(StemSet stems, string word)
    {
        foreach (var cut in CutsOf(word))
        {
            var stem = word[..^cut];
            var ending = word[^cut..];
            stems.Add(Alternation.WithoutDouble(stem));
            if (ending is "і")
            {
                Alternation.AddHard(stems, stem);
            }

            if (ending is "" or "ь" or "ю" or "й")
            {
                Alternation.AddOpen(stems, Alternation.WithoutDouble(stem));
            }

            Alternation.AddRelatives(stems, stem);
        }
    }

    private static int[] CutsOf(string word)
    {
        foreach (var (ending, cuts) in Endings)
        {
            if (
                word.Length - ending.Length >= ShortestStem
                && word.EndsWith(ending, StringComparison.Ordinal)
            )
            {
                return cuts;
            }
        }

        return [0];
    }
}
