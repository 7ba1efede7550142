using System.Diagnostics;
using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared;

namespace Lms.Benchmarks;

/// <summary>
/// A paper of 20 questions from a bank of 5,000 of which the person has met a half, beside one query
/// that sorts the ids of the bank in the same way.
/// </summary>
internal static class MeasureDraw
{
    private const int Questions = 5_000;
    private const int Drawn = 20;
    private const int Draws = 50;
    private const int WarmUps = 10;
    private const int Pairs = 5;

    public static void Run(string folder)
    {
        var ids = Enumerable
            .Range(0, Questions)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"q-{number}"))
            .ToList();
        var uses = ids.Where((_, number) => number % 2 == 0).ToDictionary(id => id, _ => 1);
        var bank = new Bank("large", [.. ids.Select(Asked)]);
        var quiz = new Quiz(new(), []) { Draws = [new(bank.Slug, null, Drawn)], Banks = [bank] };
        var chance = new Chance();
        using var floor = new FloorDraw(ids, uses);

        double OfProduct() => Time(() => Paper.Of(quiz, uses, chance).Questions.Count);
        double OfFloor() => Time(() => floor.Draw(Drawn));
        for (var round = 0; round < WarmUps; round++)
        {
            OfProduct();
            OfFloor();
        }

        var pairs = Pair.Take(Pairs, OfProduct, OfFloor);

        new Rows(folder).Ratio("draw of 20 from 5000", "ms", pairs, Bound.AtMost(2));
    }

    private static SingleChoice Asked(string id) =>
        new()
        {
            Id = id,
            PromptHtml = "<p>Що з цього так?</p>",
            Options = [new("<p>так</p>", true, null), new("<p>ні</p>", false, null)],
        };

    /// <returns>Milliseconds for each draw.</returns>
    private static double Time(Func<int> draw)
    {
        var clock = Stopwatch.GetTimestamp();
        for (var number = 0; number < Draws; number++)
        {
            if (draw() != Drawn)
            {
                throw new InvalidOperationException("The draw ran short.");
            }
        }

        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds / Draws;
    }
}
