namespace Lms.Web.Search;

/// <summary>How much of a document a reader reaches.</summary>
public enum Reach
{
    Nothing,

    /// <summary>What everybody sees of a lesson on the page of its course.</summary>
    Title,
    Whole,
}

/// <summary>A segment that a reader searches in.</summary>
public sealed record Shelf(SearchSegment Segment, Func<SearchDocument, Reach> ReachOf);
