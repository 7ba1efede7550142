using System.Globalization;

namespace Lms.Domain.Quizzes;

/// <summary>A word or a phrase is typed. Values: that text.</summary>
public sealed record ShortText : Question
{
    /// <summary>Characters of an answer.</summary>
    public const int Longest = 500;

    /// <summary>Any of them is right.</summary>
    public required IReadOnlyList<TextKey> Accepted { get; init; }

    public override QuestionKind Kind => QuestionKind.ShortText;

    public override Share Earned(PaperQuestion placed, IReadOnlyList<string> values) =>
        Share.When(values is [var typed] && Accepted.Any(key => key.Matches(typed)));

    private protected override bool AcceptsSome(
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) => values is [{ Length: <= Longest }];
}

/// <param name="Low">The least that is right.</param>
/// <param name="High">The most that is right.</param>
public sealed record NumberRange(decimal Low, decimal High)
{
    public bool Has(decimal number) => Low <= number && number <= High;
}

/// <summary>A number is typed, with a comma or a dot. Values: that text.</summary>
public sealed record Numeric : Question
{
    /// <summary>Characters of an answer.</summary>
    public const int Longest = 40;

    /// <summary>Within any of them is right.</summary>
    public required IReadOnlyList<NumberRange> Accepted { get; init; }

    public override QuestionKind Kind => QuestionKind.Numeric;

    public override Share Earned(PaperQuestion placed, IReadOnlyList<string> values) =>
        Share.When(
            values is [var typed]
                && Read(typed) is { } number
                && Accepted.Any(range => range.Has(number))
        );

    /// <summary>
    /// The number as people type it: a comma or a dot, spaces between thousands, any minus sign. Null
    /// when it is none.
    /// </summary>
    public static decimal? Read(string typed)
    {
        if (typed.Length > Longest)
        {
            return null;
        }

        var plain = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter)))
            .Replace(',', '.')
            .Replace('−', '-')
            .Replace('–', '-');
        return decimal.TryParse(
            plain,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    private protected override bool AcceptsSome(
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) => values is [{ Length: <= Longest }];
}

/// <summary>A survey item, never graded. Values: the number chosen.</summary>
public sealed record Scale : Question
{
    public required int Low { get; init; }

    public required int High { get; init; }

    public override QuestionKind Kind => QuestionKind.Scale;

    public override Share Earned(PaperQuestion placed, IReadOnlyList<string> values) => Share.None;

    private protected override bool AcceptsSome(
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) =>
        values is [var typed]
        && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Low <= number
        && number <= High;
}
