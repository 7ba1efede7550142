namespace Lms.Web.Search;

/// <summary>
/// The inverted index of documents that come and go together, as those of a course's version do.
/// Never changed once it is made.
/// </summary>
public sealed class SearchSegment
{
    private readonly int[] terms;
    private readonly int[] ends;
    private readonly Posting[] postings;
    private readonly int[] lengths;

    /// <param name="words">Postings by term.</param>
    /// <param name="lengths">Words of each document's text.</param>
    internal SearchSegment(
        IReadOnlyList<SearchDocument> documents,
        Dictionary<int, List<Posting>> words,
        int[] lengths
    )
    {
        Documents = documents;
        this.lengths = lengths;
        TotalLength = lengths.Sum();
        terms = [.. words.Keys.Order()];
        ends = new int[terms.Length];
        postings = new Posting[words.Values.Sum(list => list.Count)];
        var end = 0;
        foreach (var (at, term) in terms.Index())
        {
            words[term].CopyTo(postings, end);
            ends[at] = end += words[term].Count;
        }
    }

    public IReadOnlyList<SearchDocument> Documents { get; }

    internal long TotalLength { get; }

    internal int LengthOf(int document) => lengths[document];

    internal ReadOnlySpan<Posting> Of(int term)
    {
        var at = Array.BinarySearch(terms, term);
        return at < 0 ? [] : postings.AsSpan((at == 0 ? 0 : ends[at - 1])..ends[at]);
    }
}
