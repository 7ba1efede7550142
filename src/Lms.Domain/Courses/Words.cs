namespace Lms.Domain.Courses;

/// <summary>Words as numbers, so that texts compare fast and the same everywhere.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, int> numbers = [];

    /// <summary>The words of a text whatever their case, sorted by number, repeats included.</summary>
    public int[] Of(string text)
    {
        var all = new List<int>();
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                all.Add(NumberOf(text[start..at].ToUpperInvariant()));
                start = -1;
            }
        }

        all.Sort();
        return [.. all];
    }

    private int NumberOf(string word)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            numbers[word] = number = numbers.Count;
        }

        return number;
    }
}
