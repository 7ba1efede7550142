using System.Runtime.InteropServices;
using Lms.Web.Search.Stems;

namespace Lms.Web.Search;

/// <summary>A typed word and the stems that answer to it.</summary>
internal sealed record WantedWord(IReadOnlyList<WantedStem> Stems)
{
    /// <summary>Shorter beginnings fit almost everything.</summary>
    private const int ShortestBeginning = 3;

    private const int MostForms = 500;

    /// <summary>A word that only begins so counts less than a form of the word itself.</summary>
    private const float BegunWeight = 0.4f;

    /// <summary>Words that say nothing are left out.</summary>
    public static IReadOnlyList<WantedWord> Of(SearchQuery query, Lexicon lexicon) =>
        [
            .. query
                .Words.Where(word => WordStems.Of(word).Count > 0)
                .Select(word => Of(word, word == query.Begun, lexicon)),
        ];

    private static WantedWord Of(string word, bool isBegun, Lexicon lexicon)
    {
        var own = lexicon.Look(word);
        var stems = own.Select(stem => new WantedStem(stem, 1)).ToList();
        if (isBegun && word.Length >= ShortestBeginning)
        {
            stems.AddRange(
                lexicon
                    .Beginning(word, MostForms)
                    .Except(own)
                    .Select(stem => new WantedStem(stem, BegunWeight))
            );
        }

        return new(stems);
    }
}

/// <param name="Weight">1 for a form of the word itself.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WantedStem(int Stem, float Weight);
