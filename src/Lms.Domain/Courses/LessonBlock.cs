namespace Lms.Domain.Courses;

/// <summary>
/// One box of a lesson that has an id on the page, so that notes, checklists and change tracking can
/// point to it. Headings are sections, not blocks.
/// </summary>
/// <param name="Id">
/// Unique in the lesson: written by the author as <c>{#id}</c>, or given when the version was
/// published.
/// </param>
/// <param name="IsWritten">The author wrote the id and answers for it.</param>
/// <param name="Hash">SHA-256 of the normalised source, 64 lower-case hexadecimal digits.</param>
/// <param name="Section">Anchor of the heading above it; empty before the first one.</param>
/// <param name="Text">What a reader sees, as plain words, at most 2,000 characters. Holds no key.</param>
public sealed record LessonBlock(
    string Id,
    bool IsWritten,
    string Hash,
    string Section,
    LessonBlockKind Kind,
    string Text
)
{
    /// <summary>Ids of the entries of a checklist, in their order; empty for the other kinds.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];
}

/// <summary>What a block is. Names are stored as text and never change.</summary>
public enum LessonBlockKind
{
    Paragraph,
    List,
    Table,
    Quote,
    Code,
    Definitions,
    Callout,
    Details,
    Tabs,
    Timeline,
    Cards,
    Checklist,
    Case,
    Sensitive,
    Gentle,
    Question,
    Include,
    Figure,
    Other,
}
