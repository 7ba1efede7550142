using System.Runtime.InteropServices;

namespace Lms.Web.Search;

/// <summary>Finds the wanted words in a text that is shown.</summary>
internal sealed class Marks
{
    private readonly Lexicon lexicon;
    private readonly Dictionary<int, int> words = [];

    public Marks(Lexicon lexicon, IReadOnlyList<WantedWord> wanted)
    {
        this.lexicon = lexicon;
        foreach (var (at, word) in wanted.Index())
        {
            foreach (var (stem, _) in word.Stems)
            {
                words[stem] = words.GetValueOrDefault(stem) | (1 << at);
            }
        }
    }

    public IReadOnlyList<Mark> In(string text)
    {
        var marks = new List<Mark>();
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            var meant = 0;
            foreach (var stem in lexicon.Known(reader.Word) ?? [])
            {
                meant |= words.GetValueOrDefault(stem);
            }

            if (meant != 0)
            {
                marks.Add(new(reader.Start, reader.End, meant));
            }
        }

        return marks;
    }
}

/// <summary>A wanted word in a text.</summary>
/// <param name="Words">One bit for each wanted word it answers to.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mark(int Start, int End, int Words);
