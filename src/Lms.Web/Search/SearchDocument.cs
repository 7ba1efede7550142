using Lms.Domain.Courses;

namespace Lms.Web.Search;

/// <summary>What a reader can be led to.</summary>
public enum DocumentKind
{
    Course,
    Lesson,
    Term,
}

/// <summary>One text in one language; the course itself has no activity, a term no version.</summary>
public readonly record struct DocumentKey(
    CourseVersionId? Version,
    ActivityId? Activity,
    string Language
);

/// <summary>What is found: whatever can be given as one of these can be searched.</summary>
/// <param name="Address">Of the page, without an anchor.</param>
/// <param name="Passages">In the order of the page.</param>
public sealed record SearchDocument(
    DocumentKey Key,
    DocumentKind Kind,
    string Address,
    string Title,
    IReadOnlyList<Passage> Passages
)
{
    /// <summary>The short code a course is called by, such as К1; empty when it has none.</summary>
    public string Code { get; init; } = "";

    public string Title { get; } = Composed.Of(Title);
}

/// <summary>A piece of a page that a hit can point at.</summary>
/// <param name="Anchor">Of the piece itself; empty at the top of the page.</param>
/// <param name="Section">Anchor of the heading above it.</param>
/// <param name="Heading">The words of that heading; empty before the first one.</param>
/// <param name="Text">Plain words.</param>
public sealed record Passage(string Anchor, string Section, string Heading, string Text)
{
    public string Heading { get; } = Composed.Of(Heading);

    public string Text { get; } = Composed.Of(Text);
}
