using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>
/// A question of any kind, an answer to it, and the share that a slow reader of the course format gives:
/// nothing here is shared with what grades.
/// </summary>
/// <param name="Given">The values on a paper.</param>
/// <param name="Part">Of <paramref name="Whole"/> parts, as the format counts them.</param>
internal sealed record JudgedAnswer(
    Question Question,
    Func<PaperQuestion, IReadOnlyList<string>> Given,
    int Part,
    int Whole
)
{
    /// <summary>Thousandths, rounded half up by decimals.</summary>
    public int Promised
    {
        get
        {
            var share = Math.Clamp((decimal)Part / Whole, 0m, 1m);
            var exact = Part >= Whole ? Question.Points.Thousandths : 0m;
            // Decimals do not hold thirds: the product comes before the division.
            exact = share is > 0 and < 1
                ? (decimal)Question.Points.Thousandths * Part / Whole
                : exact;
            return (int)Math.Floor(exact + 0.5m);
        }
    }

    /// <summary>One of any kind, the same for the same seed.</summary>
    public static JudgedAnswer Of(int seed, string id)
    {
        var random = new Random(seed);
        JudgedAnswer any = random.Next(10) switch
        {
            0 => AnyChoice.Single(random),
            1 => AnyChoice.Multiple(random),
            2 => AnyTyped.ShortText(random),
            3 => AnyTyped.Pattern(random),
            4 => AnyTyped.Numeric(random),
            5 => AnyArranged.Matching(random),
            6 => AnyArranged.Ordering(random),
            7 => AnyArranged.Cloze(random),
            8 => new(new Essay { Id = "" }, _ => ["написано"], 0, 1),
            _ => new(
                new Scale
                {
                    Id = "",
                    Low = 1,
                    High = 5,
                },
                _ => ["3"],
                0,
                1
            ),
        };
        var points = any.Question is Scale ? Points.None : new Points(random.Next(1, 9_000));
        return any with { Question = any.Question with { Id = id, Points = points } };
    }
}
