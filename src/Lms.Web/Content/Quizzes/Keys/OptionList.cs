using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary>A list of options: one that is right makes a single choice, several a multiple one.</summary>
internal static class OptionList
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

    /// <summary>«Так» and «Ні» and their like, which keep their order.</summary>
    /// <param name="words">In small letters, without a full stop.</param>
    public static bool IsPair(IEnumerable<string> words) =>
        Pairs.Any(pair => words.Order().SequenceEqual(pair.Order()));

    /// <summary>Null, with findings, when the list holds no options.</summary>
    public static ChoiceQuestion? Read(
        MarkupText text,
        ListBlock list,
        QuestionHeading heading,
        bool needsKey
    )
    {
        var items = list.OfType<ListItemBlock>().ToList();
        if (!IsMarked(list))
        {
            var isScale = ScaleList.LooksLike(list);
            text.Report(
                isScale ? KeyTexts.ScaleWithoutType : QuizTexts.WithoutOptions,
                list.Span.Start
            );
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
        var isPair = IsPair(words);
        var right = options.Count(option => option.IsRight);
        if (options.Count < 2)
        {
            text.Report(QuizTexts.TooFewOptions, list.Span.Start);
        }

        if (right == 0 && needsKey)
        {
            text.Report(QuizTexts.WithoutKey, list.Span.Start);
        }

        if (right == 1 && !isPair)
        {
            CheckLengths(text, items, words, options.FindIndex(option => option.IsRight));
        }

        OptionWeights.Check(text, list, options, heading.Scoring);
        return right > 1
            ? new MultipleChoice
            {
                Id = heading.Id,
                Scoring = heading.Scoring,
                Options = options,
            }
            : new SingleChoice
            {
                Id = heading.Id,
                KeepsOrder = isPair,
                Options = options,
            };
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
