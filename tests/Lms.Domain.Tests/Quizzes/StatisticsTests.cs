using CsCheck;
using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

public sealed class StatisticsTests
{
    private static readonly SingleChoice Question = Author.Single("q-1", "+a", "-b", "-c");

    // Wilson's interval as published tables give it: 8 of 10, 0 of 10, 30 of 40.
    [Theory]
    [InlineData(8, 10, 0.4902, 0.9433)]
    [InlineData(0, 10, 0.0, 0.2775)]
    [InlineData(30, 40, 0.5981, 0.8581)]
    public void A_share_lies_in_Wilsons_interval(int sum, int count, double low, double high)
    {
        var interval = Interval.OfShare(sum, count);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void A_correlation_is_Pearsons_with_Fishers_interval()
    {
        (double, double)[] pairs = [(1, 2), (2, 1), (3, 4), (4, 3), (5, 5)];

        var interval = Interval.OfCorrelation(pairs)!;

        Assert.Equal(0.8, interval.Estimate, 10);
        Assert.Equal(-0.2796, interval.Low, 4);
        Assert.Equal(0.9862, interval.High, 4);
    }

    [Fact]
    public void Nothing_is_said_of_fewer_than_eight()
    {
        var seen = Of([.. Enumerable.Repeat(Right(0.5), 7)]);

        Assert.Equal(FacilityVerdict.TooFew, seen.Hardness);
        Assert.Equal(DiscriminationVerdict.TooFew, seen.Telling);
        Assert.Equal((7, null, null), (seen.Count, seen.Facility, seen.Discrimination));
        Assert.Empty(seen.Options);
    }

    [Theory]
    [InlineData(8, 8, FacilityVerdict.Open)]
    [InlineData(40, 40, FacilityVerdict.VeryEasy)]
    [InlineData(5, 8, FacilityVerdict.Ordinary)]
    [InlineData(1, 12, FacilityVerdict.Open)]
    [InlineData(6, 40, FacilityVerdict.VeryHard)]
    [InlineData(24, 40, FacilityVerdict.Ordinary)]
    public void A_verdict_on_hardness_needs_an_interval_that_carries_it(
        int right,
        int count,
        FacilityVerdict verdict
    ) =>
        Assert.Equal(
            verdict,
            Of([
                .. Enumerable.Range(0, count).Select(at => at < right ? Right(0.5) : Wrong(0.5)),
            ]).Hardness
        );

    [Fact]
    public void A_question_that_only_the_strong_get_right_tells_and_its_reverse_misleads()
    {
        FirstAnswer[] tells =
        [
            .. Enumerable.Range(0, 12).Select(at => at < 6 ? Wrong(at / 20.0) : Right(at / 12.0)),
        ];
        FirstAnswer[] misleads =
        [
            .. Enumerable.Range(0, 12).Select(at => at < 6 ? Right(at / 20.0) : Wrong(at / 12.0)),
        ];

        Assert.Equal(DiscriminationVerdict.Tells, Of(tells).Telling);
        Assert.Equal(DiscriminationVerdict.Misleads, Of(misleads).Telling);
    }

    [Fact]
    public void Where_all_earned_the_same_there_is_no_spread() =>
        Assert.Equal(
            DiscriminationVerdict.NoSpread,
            Of([.. Enumerable.Range(0, 20).Select(at => Right(at / 20.0))]).Telling
        );

    [Fact]
    public void Chance_alone_is_rarely_called_telling_or_misleading()
    {
        var called = 0;
        Gen.Select(Gen.Bool, Gen.Double[0, 1])
            .Array[8, 40]
            .Sample(
                rows =>
                {
                    var verdict = Of([
                        .. rows.Select(row => row.Item1 ? Right(row.Item2) : Wrong(row.Item2)),
                    ]).Telling;
                    if (verdict is DiscriminationVerdict.Tells or DiscriminationVerdict.Misleads)
                    {
                        Interlocked.Increment(ref called);
                    }
                },
                iter: 2000
            );

        // Five in a hundred by the interval; twice that would be a wrong formula.
        Assert.InRange(called, 1, 200);
    }

    [Fact]
    public void Every_option_is_counted()
    {
        var seen = Of([
            .. Enumerable.Repeat(Right(0.5), 5),
            .. Enumerable.Repeat(Wrong(0.5), 2),
            new(0, 0.5, []),
        ]);

        Assert.Equal([5, 2, 0], seen.Options.Select(option => option.Chosen));
    }

    private static QuestionStatistics Of(IReadOnlyList<FirstAnswer> sittings) =>
        QuestionStatistics.Of(Question, sittings);

    private static FirstAnswer Right(double rest) => new(1, rest, [0]);

    private static FirstAnswer Wrong(double rest) => new(0, rest, [1]);
}
