namespace Lms.Web.Search;

/// <summary>Documents in the order of what they are worth to a query.</summary>
internal sealed class Ranking
{
    private readonly IReadOnlyList<Shelf> shelves;
    private readonly int[] firsts;
    private readonly int count;
    private readonly Bm25 bm25;

    public Ranking(IReadOnlyList<Shelf> shelves)
    {
        this.shelves = shelves;
        firsts = new int[shelves.Count];
        var length = 0L;
        foreach (var (at, shelf) in shelves.Index())
        {
            firsts[at] = count;
            count += shelf.Segment.Documents.Count;
            length += shelf.Segment.TotalLength;
        }

        bm25 = new((double)length / Math.Max(count, 1));
    }

    /// <summary>
    /// Those that have every word; when there is none, those that have any, the most words first.
    /// </summary>
    public Ranked Of(IReadOnlyList<WantedWord> words)
    {
        var worth = new float[count];
        var had = new int[count];
        var rarities = new float[words.Count];
        var row = new float[count];
        foreach (var (at, word) in words.Index())
        {
            Array.Clear(row);
            Weigh(word, row);
            var having = row.Count(some => some > 0);
            rarities[at] = Bm25.Rarity(count, having);
            for (var document = 0; document < count; document++)
            {
                if (row[document] > 0)
                {
                    worth[document] += row[document] * rarities[at];
                    had[document]++;
                }
            }
        }

        var most = had.DefaultIfEmpty().Max();
        var hasAll = most == words.Count;
        var order = Enumerable
            .Range(0, count)
            .Where(document => had[document] > 0 && (!hasAll || had[document] == most))
            .Select(document =>
                Key(worth[document] + (had[document] * (hasAll ? 0 : 1000)), document)
            )
            .ToArray();
        Array.Sort(order);
        return new([.. order.Select(key => Place((int)(uint)key))], hasAll, rarities);
    }

    private void Weigh(WantedWord word, float[] row)
    {
        foreach (var (at, shelf) in shelves.Index())
        {
            var segment = shelf.Segment;
            foreach (var wanted in word.Stems)
            {
                foreach (var posting in segment.Of(wanted.Stem))
                {
                    var document = posting.Document;
                    var kind = segment.Documents[document].Kind;
                    var length = segment.LengthOf(document);
                    var some = wanted.Weight * bm25.Of(posting, kind, length, shelf.IsOpen);
                    ref var best = ref row[firsts[at] + document];
                    best = Math.Max(best, some);
                }
            }
        }
    }

    /// <summary>Sorts by worth, the greatest first, and then by the order of the documents.</summary>
    private static ulong Key(float worth, int document) =>
        ((ulong)(uint.MaxValue - BitConverter.SingleToUInt32Bits(worth)) << 32) | (uint)document;

    private Place Place(int document)
    {
        var at = Array.BinarySearch(firsts, document);
        at = at < 0 ? ~at - 1 : at;
        // Shelves without documents begin where the next one does.
        while (at + 1 < firsts.Length && firsts[at + 1] == document)
        {
            at++;
        }

        return new(shelves[at], document - firsts[at]);
    }
}

/// <param name="HasAll">Each document has every word that says something.</param>
/// <param name="Rarities">Of each wanted word.</param>
internal sealed record Ranked(
    IReadOnlyList<Place> Documents,
    bool HasAll,
    IReadOnlyList<float> Rarities
);

internal readonly record struct Place(Shelf Shelf, int Number)
{
    public SearchDocument Document => Shelf.Segment.Documents[Number];
}
