using System.Collections;

namespace Lms.Web.Search.Stems;

/// <summary>The readings of one word, each once, the likeliest first.</summary>
internal sealed class StemSet : IReadOnlyList<string>
{
    private readonly List<string> stems = [];

    public int Count => stems.Count;

    public string this[int index] => stems[index];

    public void Add(string stem)
    {
        if (!stems.Contains(stem))
        {
            stems.Add(stem);
        }
    }

    public bool Meets(StemSet other) => stems.Exists(other.stems.Contains);

    public IEnumerator<string> GetEnumerator() => stems.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
