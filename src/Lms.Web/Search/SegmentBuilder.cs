namespace Lms.Web.Search;

/// <summary>Reads documents into a segment, each word once.</summary>
internal sealed class SegmentBuilder(Lexicon lexicon)
{
    /// <summary>As many as a posting can number.</summary>
    private const int Most = ushort.MaxValue + 1;

    private readonly Dictionary<int, List<Posting>> words = [];
    private readonly Dictionary<int, Posting> current = [];
    private readonly List<string> fresh = [];

    public SearchSegment Build(IReadOnlyList<SearchDocument> documents)
    {
        if (documents.Count > Most)
        {
            throw new InvalidOperationException($"A segment has at most {Most} documents.");
        }

        var lengths = new int[documents.Count];
        foreach (var (number, document) in documents.Index())
        {
            lengths[number] = Read(document, (ushort)number);
        }

        lexicon.Sort(fresh);
        return new(documents, words, lengths);
    }

    private int Read(SearchDocument document, ushort number)
    {
        current.Clear();
        var blank = new Posting(number, 0, Places.None);
        Note(document.Title, blank, posting => posting.With(Places.Title));
        Note(document.Code, blank, posting => posting.With(Places.Code));
        var heading = "";
        var length = 0;
        foreach (var passage in document.Passages)
        {
            if (passage.Heading != heading)
            {
                heading = passage.Heading;
                Note(heading, blank, posting => posting.With(Places.Heading));
            }

            length += Note(passage.Text, blank, posting => posting.Again());
        }

        foreach (var (term, posting) in current)
        {
            if (!words.TryGetValue(term, out var list))
            {
                words[term] = list = [];
            }

            list.Add(posting);
        }

        return length;
    }

    /// <returns>How many words the text has.</returns>
    private int Note(string text, Posting blank, Func<Posting, Posting> note)
    {
        var count = 0;
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            count++;
            foreach (var term in lexicon.Learn(reader.Word, fresh))
            {
                current[term] = note(current.GetValueOrDefault(term, blank));
            }
        }

        return count;
    }
}
