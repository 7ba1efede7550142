using System.Collections.Concurrent;
using Lms.Domain.Courses;
using Lms.Web.Content.Terms;
using Lms.Web.Search;

namespace Lms.Web.Features.Shared;

/// <summary>
/// Search over published courses and the glossary. A version is read once, when it is first seen: before serving, and
/// after publishing; later only where another process published it.
/// </summary>
public sealed class CourseSearch(PublishedCourses courses, Glossary glossary)
{
    private readonly SearchIndex index = new();
    private readonly ConcurrentDictionary<CourseVersionId, Lazy<SearchSegment>> versions = new();

    private SearchSegment? terms;

    /// <summary>Reads the newest version of every course, and the glossary.</summary>
    public async Task ReadAsync()
    {
        terms = index.Read(GlossaryDocuments.Of(glossary));
        foreach (var course in await courses.AllAsync())
        {
            SegmentOf(course);
        }
    }

    /// <param name="among">Each course in the version the reader is on.</param>
    /// <param name="open">What the reader may open; of other lessons the titles alone are searched.</param>
    /// <param name="withTerms">The glossary too.</param>
    /// <param name="language">What the reader is shown courses in, where they are translated.</param>
    public SearchAnswer Find(
        SearchQuery query,
        IEnumerable<PublishedCourse> among,
        IReadOnlySet<ActivityId> open,
        string language,
        bool withTerms,
        int skip
    )
    {
        var shelves = among.Select(course => new Shelf(
            SegmentOf(course),
            document => ReachOf(course, document, open, language)
        ));
        if (withTerms && terms is not null)
        {
            shelves = shelves.Append(
                new(terms, term => term.Key.Language == language ? Reach.Whole : Reach.Nothing)
            );
        }

        return index.Find(query, [.. shelves], skip);
    }

    private SearchSegment SegmentOf(PublishedCourse course) =>
        versions
            .GetOrAdd(course.Version, _ => new(() => index.Read(CourseDocuments.Of(course))))
            .Value;

    private static Reach ReachOf(
        PublishedCourse course,
        SearchDocument document,
        IReadOnlySet<ActivityId> open,
        string language
    ) =>
        !CourseDocuments.IsShown(course, document, language) ? Reach.Nothing
        : document.Key.Activity is { } activity && !open.Contains(activity) ? Reach.Title
        : Reach.Whole;
}
