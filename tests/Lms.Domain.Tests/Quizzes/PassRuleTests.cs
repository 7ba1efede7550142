using System.Numerics;
using CsCheck;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Quizzes;

public sealed class PassRuleTests
{
    [Theory]
    [InlineData(79_999, 100_000, false)]
    [InlineData(80_000, 100_000, true)]
    [InlineData(80_001, 100_000, true)]
    [InlineData(799, 999, false)]
    [InlineData(800, 999, true)]
    [InlineData(8_000, 10_001, false)]
    [InlineData(0, 1_000, false)]
    public void Eighty_percent_passes_and_a_thousandth_less_does_not(
        int earned,
        int possible,
        bool isPassed
    ) => Assert.Equal(isPassed, new PassRule(80).IsPassed(new(earned), new(possible)));

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    public void A_rule_of_a_hundred_percent_asks_for_everything(int earned, bool isPassed) =>
        Assert.Equal(isPassed, new PassRule(100).IsPassed(new(earned), new(1000)));

    [Fact]
    public void A_rule_of_nought_percent_asks_for_nothing() =>
        Assert.True(new PassRule(0).IsPassed(Points.None, Points.Whole(10)));

    [Fact]
    public void Whether_a_score_passes_is_the_comparison_of_two_fractions() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[1, int.MaxValue], Gen.Int[0, int.MaxValue])
            .Where((_, possible, earned) => earned <= possible)
            .Sample(
                (percent, possible, earned) =>
                    new PassRule(percent).IsPassed(new(earned), new(possible))
                    == earned >= LeastPassing(percent, possible),
                iter: 2000
            );

    [Fact]
    public void The_least_passing_score_passes_and_the_one_below_it_fails() =>
        Gen.Select(Gen.Int[1, 100], Gen.Int[1, int.MaxValue])
            .Sample(
                (percent, possible) =>
                {
                    var least = LeastPassing(percent, possible);
                    Assert.True(new PassRule(percent).IsPassed(new(least), new(possible)));
                    Assert.False(new PassRule(percent).IsPassed(new(least - 1), new(possible)));
                },
                iter: 2000
            );

    [Fact]
    public void The_percent_on_the_screen_never_contradict_the_verdict() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[1, 50_000], Gen.Int[0, 50_000])
            .Where((_, possible, earned) => earned <= possible)
            .Sample(
                (percent, possible, earned) =>
                    new Points(earned).PercentOf(new(possible)) >= percent
                    == new PassRule(percent).IsPassed(new(earned), new(possible)),
                iter: 2000
            );

    /// <summary>The share of the possible points, rounded up to a thousandth.</summary>
    private static int LeastPassing(int percent, int possible)
    {
        var (whole, rest) = BigInteger.DivRem(new BigInteger(percent) * possible, 100);
        return (int)(rest.IsZero ? whole : whole + 1);
    }
}
