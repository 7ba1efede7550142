using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lms.Web.Search.Stems;

namespace Lms.Web.Search;

/// <summary>
/// Every form of a word that stands in an indexed text, and the stems it is filed under, as numbers.
/// It only grows, and is read while it does.
/// </summary>
internal sealed class Lexicon
{
    private readonly ConcurrentDictionary<string, int[]> forms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> stems = new(StringComparer.Ordinal);
    private ImmutableList<string[]> runs = [];
    private int count;

    /// <summary>The stems of a form; what is new is learned and added to <paramref name="fresh"/>.</summary>
    public int[] Learn(ReadOnlySpan<char> form, List<string> fresh)
    {
        if (Known(form) is { } known)
        {
            return known;
        }

        var word = form.ToString();
        var filed = WordStems
            .Of(word)
            .Select(stem => stems.GetOrAdd(stem, _ => Interlocked.Increment(ref count)))
            .ToArray();
        if (forms.TryAdd(word, filed))
        {
            fresh.Add(word);
        }

        return filed;
    }

    /// <summary>Makes fresh forms findable by their beginning.</summary>
    public void Sort(List<string> fresh)
    {
        if (fresh.Count > 0)
        {
            var run = fresh.ToArray();
            Array.Sort(run, StringComparer.Ordinal);
            ImmutableInterlocked.Update(ref runs, known => known.Add(run));
        }
    }

    /// <summary>Null when the form stands nowhere.</summary>
    public int[]? Known(ReadOnlySpan<char> form) =>
        forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var filed)
            ? filed
            : null;

    /// <summary>Stems of a form that may stand nowhere, of those that some text has.</summary>
    public int[] Look(string form)
    {
        if (Known(form) is { } filed)
        {
            return filed;
        }

        var found = new List<int>();
        foreach (var stem in WordStems.Of(form))
        {
            if (stems.TryGetValue(stem, out var number))
            {
                found.Add(number);
            }
        }

        return [.. found];
    }

    /// <summary>Stems of the forms that begin so.</summary>
    /// <param name="most">Forms looked at, so that the time has a bound.</param>
    public IReadOnlySet<int> Beginning(string start, int most)
    {
        var found = new HashSet<int>();
        foreach (var run in runs)
        {
            var at = Array.BinarySearch(run, start, StringComparer.Ordinal);
            at = at < 0 ? ~at : at;
            while (
                at < run.Length && most > 0 && run[at].StartsWith(start, StringComparison.Ordinal)
            )
            {
                found.UnionWith(forms[run[at]]);
                at++;
                most--;
            }
        }

        return found;
    }
}
