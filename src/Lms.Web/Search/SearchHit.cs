namespace Lms.Web.Search;

/// <summary>A document found, and where in it.</summary>
/// <param name="Address">With the anchor of the best place.</param>
/// <param name="Heading">Of the section the text is from; nothing when it has none.</param>
/// <param name="Text">Around the wanted words; nothing for a lesson the reader may not open.</param>
public sealed record SearchHit(
    SearchDocument Document,
    string Address,
    Excerpt Title,
    Excerpt Heading,
    Excerpt Text
);

/// <summary>What a query came to.</summary>
/// <param name="Count">Of all documents found.</param>
/// <param name="HasAll">They have every word that was asked for; else some of the words.</param>
/// <param name="Shown">The part asked for, the best first.</param>
public sealed record SearchAnswer(int Count, bool HasAll, IReadOnlyList<SearchHit> Shown)
{
    public static readonly SearchAnswer Nothing = new(0, HasAll: true, []);
}
