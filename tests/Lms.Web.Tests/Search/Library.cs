using System.Globalization;
using Lms.Web.Search;

namespace Lms.Web.Tests.Search;

/// <summary>A few texts to search in, put together by a test.</summary>
internal sealed class Library
{
    private readonly SearchIndex index = new();
    private readonly List<SearchDocument> documents = [];

    public Library Course(string title, string code = "", string text = "")
    {
        documents.Add(Of(DocumentKind.Course, title, "", text) with { Code = code });
        return this;
    }

    public Library Lesson(string title, string text, string heading = "")
    {
        documents.Add(Of(DocumentKind.Lesson, title, heading, text));
        return this;
    }

    /// <summary>A lesson of several passages without headings, with the anchors b0, b1 …</summary>
    public Library LongLesson(string title, params string[] texts)
    {
        var passages = texts.Select((text, at) => new Passage(Anchor(at), "", "", text));
        documents.Add(
            new(
                new(null, null, "uk"),
                DocumentKind.Lesson,
                $"/l{documents.Count}",
                title,
                [.. passages]
            )
        );
        return this;
    }

    public Library Term(string title, string text)
    {
        documents.Add(Of(DocumentKind.Term, title, "", text));
        return this;
    }

    public SearchAnswer Find(string typed, Reach reach = Reach.Whole) =>
        index.Find(SearchQuery.Of(typed), [new(index.Read(documents), _ => reach)]);

    /// <summary>Titles of what is found, the best first.</summary>
    public IReadOnlyList<string> Titles(string typed, Reach reach = Reach.Whole) =>
        [.. Find(typed, reach).Shown.Select(hit => hit.Document.Title)];

    private SearchDocument Of(DocumentKind kind, string title, string heading, string text) =>
        new(
            new(null, null, "uk"),
            kind,
            $"/l{documents.Count}",
            title,
            [new("place", "section", heading, text)]
        );

    private static string Anchor(int at) => string.Create(CultureInfo.InvariantCulture, $"b{at}");
}
