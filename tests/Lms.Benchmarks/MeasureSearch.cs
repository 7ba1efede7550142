using System.Diagnostics;
using System.Globalization;
using Lms.Web.Search;

namespace Lms.Benchmarks;

/// <summary>Search over 2,000 lessons of 1,000 words, beside a bare full-text query.</summary>
internal static class MeasureSearch
{
    private const int LessonsInCourse = 40;
    private const int Queries = 100;
    private const int Pairs = 5;
    private const int WarmUps = 30;

    public static void Run(string folder, string content)
    {
        var texts = new SearchTexts(content);
        var lessons = Enumerable
            .Range(0, SearchTexts.Lessons)
            .Select(_ => (Title: texts.Title(), Paragraphs: texts.Lesson()))
            .ToList();
        var queries = Enumerable.Range(0, Queries).Select(_ => texts.Query()).ToList();
        using var floor = new FloorSearch(folder);
        floor.Add(lessons.Select(one => (one.Title, string.Join('\n', one.Paragraphs))));

        var documents = lessons
            .Select((one, at) => Document(one.Title, one.Paragraphs, at))
            .ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new SearchIndex();
        var clock = Stopwatch.GetTimestamp();
        List<Shelf> shelves =
        [
            .. documents
                .Chunk(LessonsInCourse)
                .Select(course => new Shelf(index.Read(course), _ => Reach.Whole)),
        ];
        var built = Stopwatch.GetElapsedTime(clock);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        double OfProduct() =>
            Time(
                queries,
                one => Letters(index.Find(SearchQuery.Of($"{one.Word} {one.Begun}"), shelves))
            );
        double OfFloor() => Time(queries, one => floor.Find(one.Word, one.Begun));
        for (var round = 0; round < WarmUps; round++)
        {
            OfProduct();
            OfFloor();
        }

        var pairs = Pair.Take(Pairs, OfProduct, OfFloor);

        var rows = new Rows(folder);
        rows.Ratio("search, 2000 lessons", "ms", pairs, Bound.AtMost(3));
        rows.Number(
            "search, slowest query, ms",
            queries.Append(texts.HeavyQuery()).Max(one => Slowest(index, shelves, one)),
            Bound.AtMost(50)
        );
        rows.Number("search, bytes for a lesson", (double)bytes / SearchTexts.Lessons);
        rows.Number("search, ms to index a lesson", built.TotalMilliseconds / SearchTexts.Lessons);
    }

    private static SearchDocument Document(string title, List<string> paragraphs, int at) =>
        new(
            new(null, null, "uk"),
            DocumentKind.Lesson,
            string.Create(CultureInfo.InvariantCulture, $"/courses/c/{at}"),
            title,
            [.. paragraphs.Select((text, number) => new Passage($"b{number}", "", "", text))]
        );

    private static int Letters(SearchAnswer answer) =>
        answer.Shown.Sum(hit => hit.Text.Parts.Sum(part => part.Text.Length));

    private static double Slowest(
        SearchIndex index,
        List<Shelf> shelves,
        (string Word, string Begun) one
    ) =>
        Enumerable
            .Range(0, 5)
            .Min(_ =>
                Time(
                    [one],
                    query =>
                        Letters(index.Find(SearchQuery.Of($"{query.Word} {query.Begun}"), shelves))
                )
            );

    /// <returns>Milliseconds for each query.</returns>
    private static double Time(
        IReadOnlyList<(string Word, string Begun)> queries,
        Func<(string Word, string Begun), int> find
    )
    {
        var clock = Stopwatch.GetTimestamp();
        foreach (var query in queries)
        {
            _ = find(query);
        }

        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds / queries.Count;
    }
}
