using System.Runtime.InteropServices;

namespace Lms.Web.Search;

/// <summary>Documents in the order of what they are worth to a query.</summary>
internal sealed class Ranking
{
    private readonly IReadOnlyList<Shelf> shelves;
    private readonly Place[] places;
    private readonly Bm25 bm25;

    public Ranking(IReadOnlyList<Shelf> shelves)
    {
        this.shelves = shelves;
        places =
        [
            .. shelves.SelectMany(shelf =>
                shelf.Segment.Documents.Select(one => new Place(one, shelf.ReachOf(one)))
            ),
        ];
        var length = shelves.Sum(shelf => shelf.Segment.TotalLength);
        bm25 = new((double)length / Math.Max(places.Length, 1));
    }

    /// <summary>
    /// Those that have every word; when there is none, those that have any, the most words first.
    /// </summary>
    public Ranked Of(IReadOnlyList<WantedWord> words)
    {
        var worth = new float[places.Length];
        var had = new int[places.Length];
        var rarities = new float[words.Count];
        var row = new float[places.Length];
        foreach (var (at, word) in words.Index())
        {
            Array.Clear(row);
            Weigh(word, row);
            rarities[at] = Bm25.Rarity(places.Length, row.Count(some => some > 0));
            for (var number = 0; number < row.Length; number++)
            {
                if (row[number] > 0)
                {
                    worth[number] += row[number] * rarities[at];
                    had[number]++;
                }
            }
        }

        var most = had.DefaultIfEmpty().Max();
        var hasAll = most == words.Count;
        var order = Enumerable
            .Range(0, places.Length)
            .Where(number => had[number] > 0 && (!hasAll || had[number] == most))
            .OrderByDescending(number => had[number])
            .ThenByDescending(number => worth[number]);
        return new([.. order.Select(number => places[number])], hasAll, rarities);
    }

    /// <summary>What the word is worth to each document, by the best of its stems.</summary>
    private void Weigh(WantedWord word, float[] row)
    {
        var first = 0;
        foreach (var segment in shelves.Select(shelf => shelf.Segment))
        {
            foreach (var wanted in word.Stems)
            {
                foreach (var posting in segment.Of(wanted.Stem))
                {
                    var number = first + posting.Document;
                    var length = segment.LengthOf(posting.Document);
                    var some = wanted.Weight * bm25.Of(posting, places[number], length);
                    row[number] = Math.Max(row[number], some);
                }
            }

            first += segment.Documents.Count;
        }
    }
}

/// <summary>A document and how much of it the reader reaches.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(SearchDocument Document, Reach Reach);

/// <param name="HasAll">Each document has every word that says something.</param>
/// <param name="Rarities">Of each wanted word.</param>
internal sealed record Ranked(
    IReadOnlyList<Place> Documents,
    bool HasAll,
    IReadOnlyList<float> Rarities
);
