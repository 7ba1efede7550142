namespace Lms.Web.Search;

/// <summary>
/// Full-text search in memory, the same on every database. Segments are made once and searched
/// together; any number of readers may search while another segment is made.
/// </summary>
public sealed class SearchIndex
{
    private readonly Lexicon lexicon = new();

    /// <summary>Reads documents that come and go together.</summary>
    public SearchSegment Read(IEnumerable<SearchDocument> documents) =>
        new SegmentBuilder(lexicon).Build([.. documents]);

    /// <param name="skip">How many of the best to leave out: those of earlier pages.</param>
    public SearchAnswer Find(
        SearchQuery query,
        IReadOnlyList<Shelf> shelves,
        int skip = 0,
        int take = 10
    )
    {
        var wanted = WantedWord.Of(query, lexicon);
        if (wanted.Count == 0)
        {
            return SearchAnswer.Nothing;
        }

        var ranked = new Ranking(shelves).Of(wanted);
        var hits = new Hits(new Marks(lexicon, wanted), ranked.Rarities);
        return new(
            ranked.Documents.Count,
            ranked.HasAll,
            [.. ranked.Documents.Skip(skip).Take(take).Select(hits.Of)]
        );
    }
}
