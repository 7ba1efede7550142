using System.Text;
using System.Text.RegularExpressions;

namespace Lms.Benchmarks;

/// <summary>
/// Lessons made of the words of our own content and of invented ones, the same every time. A few words
/// are frequent and most are rare, as in any language (Zipf).
/// </summary>
internal sealed partial class SearchTexts
{
    public const int Lessons = 2_000;
    public const int WordsInLesson = 1_000;

    private const int WordsInParagraph = 60;
    private const int WordsInSentence = 12;
    private const int Invented = 30_000;

    private readonly Random random = new(3);
    private readonly List<string> words;
    private readonly double[] reach;

    public SearchTexts(string content)
    {
        words = [.. OwnWords(content)];
        OwnCount = words.Count;
        words.AddRange(Enumerable.Range(0, Invented).Select(_ => Invent()));
        reach = new double[words.Count];
        var sum = 0.0;
        for (var rank = 0; rank < words.Count; rank++)
        {
            reach[rank] = sum += 1.0 / (rank + 3);
        }
    }

    /// <summary>Words that stand in the content, the frequent ones first.</summary>
    private int OwnCount { get; }

    /// <summary>Paragraphs of one lesson.</summary>
    public List<string> Lesson()
    {
        var paragraphs = new List<string>();
        for (var left = WordsInLesson; left > 0; left -= WordsInParagraph)
        {
            var text = new StringBuilder();
            for (var at = 0; at < Math.Min(left, WordsInParagraph); at++)
            {
                var isFirst = at % WordsInSentence == 0;
                text.Append(
                    isFirst && at > 0 ? ". "
                    : at > 0 ? " "
                    : ""
                );
                var word = Draw();
                text.Append(isFirst ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            }

            paragraphs.Add(text.Append('.').ToString());
        }

        return paragraphs;
    }

    public string Title() => string.Join(' ', Enumerable.Range(0, 4).Select(_ => Draw()));

    /// <summary>Two words as a learner types them: one whole, and the beginning of another.</summary>
    public (string Word, string Begun) Query() => (Asked(), Asked()[..5]);

    /// <summary>The most frequent words there are, and a beginning that many words have.</summary>
    public (string Word, string Begun) HeavyQuery() =>
        (string.Join(' ', words.Where(word => word.Length > 5).Take(9)), "про");

    private string Asked()
    {
        string word;
        do
        {
            word = words[random.Next(20, OwnCount)];
        } while (word.Length < 6);

        return word;
    }

    private string Draw()
    {
        var at = Array.BinarySearch(reach, random.NextDouble() * reach[^1]);
        return words[Math.Min(at < 0 ? ~at : at, words.Count - 1)];
    }

    private string Invent()
    {
        string[] starts =
        [
            "б",
            "в",
            "гр",
            "д",
            "ж",
            "зд",
            "к",
            "л",
            "м",
            "пр",
            "ст",
            "т",
            "ф",
            "х",
            "ш",
        ];
        string[] vowels = ["а", "е", "и", "і", "о", "у"];
        string[] ends =
        [
            "ами",
            "ання",
            "ати",
            "ка",
            "ний",
            "ого",
            "ок",
            "ості",
            "ою",
            "ський",
            "у",
            "ю",
        ];
        var word = new StringBuilder();
        for (var syllable = random.Next(2, 4); syllable > 0; syllable--)
        {
            word.Append(starts[random.Next(starts.Length)])
                .Append(vowels[random.Next(vowels.Length)]);
        }

        return word.Append('р').Append(ends[random.Next(ends.Length)]).ToString();
    }

    private static IEnumerable<string> OwnWords(string content) =>
        Directory
            .EnumerateFiles(content, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Word().Matches(File.ReadAllText(file)))
            .GroupBy(match => match.Value.ToLowerInvariant(), StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key);

    [GeneratedRegex("[а-яґєії]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
