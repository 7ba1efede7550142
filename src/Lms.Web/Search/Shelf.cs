namespace Lms.Web.Search;

/// <summary>A segment that a reader searches in.</summary>
/// <param name="IsOpen">
/// The reader may open its lessons. Of a closed one lessons are found by their titles alone, which
/// everyone sees on the page of the course.
/// </param>
public sealed record Shelf(SearchSegment Segment, bool IsOpen);
