using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary>
/// A list of <c>- = …</c>: numbers when every item is a number or a range, else texts. Any of them
/// is right.
/// </summary>
internal static class AnswerList
{
    public const int MostAnswers = 30;

    public static bool IsMarked(ListBlock list) =>
        list.OfType<ListItemBlock>().Any(WrittenAnswer.IsOne);

    /// <summary>Marked with <c>=</c> and with no bracket.</summary>
    public static bool IsAnswers(ListBlock list) => IsMarked(list) && !OptionList.IsMarked(list);

    /// <summary>Null, with findings, when there is no sound answer in it.</summary>
    public static Question? Read(MarkupText text, ListBlock list, string id)
    {
        var items = list.OfType<ListItemBlock>().ToList();
        if (items.Count > MostAnswers)
        {
            var most = MostAnswers.ToString(CultureInfo.InvariantCulture);
            text.Report(QuizTexts.TooManyOptions, items[MostAnswers].Span.Start, most);
            return null;
        }

        var answers = items
            .Select(item => WrittenAnswer.Read(text, item))
            .OfType<WrittenAnswer>()
            .ToList();
        if (answers.Count < items.Count)
        {
            return null;
        }

        var numbers = answers.Select(NumberOf).ToList();
        return numbers.TrueForAll(number => number is not null)
            ? Numbers(text, id, answers, [.. numbers.Select(number => number!)])
            : Texts(text, id, answers, numbers);
    }

    private static NumberRange? NumberOf(WrittenAnswer answer) =>
        answer.Key.IsPattern ? null : NumberForm.Read(answer.Key.Text);

    private static Numeric Numbers(
        MarkupText text,
        string id,
        List<WrittenAnswer> answers,
        List<NumberRange> numbers
    )
    {
        foreach (var (answer, range) in answers.Zip(numbers))
        {
            if (range.Low > range.High)
            {
                text.Report(KeyTexts.BadRange, answer.Offset, answer.Key.Text);
            }
        }

        return new() { Id = id, Accepted = numbers };
    }

    private static ShortText Texts(
        MarkupText text,
        string id,
        List<WrittenAnswer> answers,
        List<NumberRange?> numbers
    )
    {
        foreach (var (answer, number) in answers.Zip(numbers))
        {
            if (number is not null && Numeric.Read(answer.Key.Text) is null)
            {
                text.Report(KeyTexts.RangeAmongTexts, answer.Offset);
            }
        }

        return new() { Id = id, Accepted = [.. answers.Select(answer => answer.Key)] };
    }
}
