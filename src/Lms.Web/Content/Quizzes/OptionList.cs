using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes;

/// <summary>The last list of a question, read as its options.</summary>
internal sealed record OptionList(
    bool IsMultiple,
    bool IsTrueOrFalse,
    IReadOnlyList<Option> Options
)
{
    private const int MostOptions = 30;

    private static readonly string[][] Pairs =
    [
        ["так", "ні"],
        ["правильно", "неправильно"],
        ["yes", "no"],
        ["true", "false"],
    ];

    public static bool IsMarked(ListBlock list) => list.Any(item => ItemMark.Of(item) is not null);

    /// <summary>Null, with findings, when the list holds no options.</summary>
    public static OptionList? Read(MarkupText text, ListBlock list)
    {
        var items = list.OfType<ListItemBlock>().ToList();
        if (!IsMarked(list))
        {
            ReportUnmarked(text, list, items);
            return null;
        }

        if (items.Count > MostOptions)
        {
            var most = MostOptions.ToString(CultureInfo.InvariantCulture);
            text.Report(QuizTexts.TooManyOptions, items[MostOptions].Span.Start, most);
            return null;
        }

        var options = items.Select(item => OptionReader.Read(text, item)).ToList();
        var words = items.Select(OptionReader.Words).ToList();
        var isPair = Pairs.Any(pair => words.Order().SequenceEqual(pair.Order()));
        var right = options.Count(option => option.IsRight);
        if (options.Count < 2)
        {
            text.Report(QuizTexts.TooFewOptions, list.Span.Start);
        }

        if (right == 0)
        {
            text.Report(QuizTexts.WithoutKey, list.Span.Start);
        }

        if (right == 1 && !isPair)
        {
            CheckLengths(text, items, words, options.FindIndex(option => option.IsRight));
        }

        return new(right > 1, isPair, options);
    }

    private static void ReportUnmarked(MarkupText text, ListBlock list, List<ListItemBlock> items)
    {
        var first = OptionReader.Words(items[0]);
        var isOtherType = first.StartsWith('=') || first.Contains("..", StringComparison.Ordinal);
        if (isOtherType)
        {
            text.Report(FileTexts.NotOpenYet, list.Span.Start, $"- {first}");
        }
        else
        {
            text.Report(QuizTexts.WithoutOptions, list.Span.Start);
        }
    }

    private static void CheckLengths(
        MarkupText text,
        List<ListItemBlock> items,
        List<string> words,
        int key
    )
    {
        var others = words.Where((_, index) => index != key).Select(option => option.Length);
        if (words.Count > 1 && words[key].Length > others.Max())
        {
            text.Report(QuizTexts.LongestIsKey, items[key].Span.Start);
        }
    }
}
