namespace Lms.Web.Search;

/// <summary>Turns a place in the ranking into what the reader sees of it.</summary>
internal sealed class Hits(Marks marks, IReadOnlyList<float> rarities)
{
    /// <summary>A word of the heading leads to its section, but one of the text says where in it.</summary>
    private const float HeadingShare = 0.5f;

    public SearchHit Of(Place place)
    {
        var document = place.Document;
        var title = Excerpt.Whole(document.Title, marks.In(document.Title));
        if (place.Reach != Reach.Whole || document.Passages.Count == 0)
        {
            return new(document, document.Address, title, Excerpt.None, Excerpt.None);
        }

        var best = document.Passages.Select(Found.In(marks)).MaxBy(Worth)!;
        var passage = best.Passage;
        var anchor = best switch
        {
            { Text.Count: > 0 } => passage.Anchor,
            { Heading.Count: > 0 } => passage.Section,
            _ => "",
        };
        return new(
            document,
            anchor.Length == 0 ? document.Address : $"{document.Address}#{anchor}",
            title,
            Excerpt.Whole(passage.Heading, best.Heading),
            Excerpt.Best(passage.Text, best.Text)
        );
    }

    private float Worth(Found found)
    {
        var text = WordsOf(found.Text);
        return Worth(text) + (HeadingShare * Worth(WordsOf(found.Heading) & ~text));
    }

    private float Worth(int words)
    {
        var worth = 0f;
        for (var at = 0; at < rarities.Count; at++)
        {
            worth += (words >> at & 1) * rarities[at];
        }

        return worth;
    }

    private static int WordsOf(IReadOnlyList<Mark> marks) =>
        marks.Aggregate(0, (words, mark) => words | mark.Words);

    private sealed record Found(
        Passage Passage,
        IReadOnlyList<Mark> Heading,
        IReadOnlyList<Mark> Text
    )
    {
        public static Func<Passage, Found> In(Marks marks) =>
            passage => new(passage, marks.In(passage.Heading), marks.In(passage.Text));
    }
}
