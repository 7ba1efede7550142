using CsCheck;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Shared;

public sealed class PointsTests
{
    [Theory]
    [InlineData(1000, 1, 3, 333)]
    [InlineData(1000, 2, 3, 667)]
    [InlineData(2000, 1, 3, 667)]
    [InlineData(1000, 1, 6, 167)]
    [InlineData(1000, 5, 6, 833)]
    [InlineData(1000, 1, 4, 250)]
    public void A_share_is_rounded_to_a_thousandth(int points, int part, int whole, int share) =>
        Assert.Equal(new Points(share), new Points(points).Share(part, whole));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    [InlineData(2501, 1251)]
    public void Half_a_thousandth_is_rounded_up_and_never_to_the_even_one(int points, int half) =>
        Assert.Equal(new Points(half), new Points(points).Share(1, 2));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_part_that_is_not_above_zero_is_worth_nothing(int part) =>
        Assert.Equal(Points.None, Points.Whole(1).Share(part, 3));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public void A_part_is_worth_everything_at_most(int part) =>
        Assert.Equal(Points.Whole(1), Points.Whole(1).Share(part, 3));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Points_have_a_share_only_of_one_part_or_more(int whole) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Points.Whole(1).Share(1, whole));

    [Fact]
    public void A_share_is_half_up_over_the_whole_range_of_numbers() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, int.MaxValue], Gen.Int[0, int.MaxValue])
            .Where((_, whole, part) => part <= whole)
            .Sample(
                (points, whole, part) =>
                {
                    var share = new Points(points).Share(part, whole).Thousandths;
                    // share ≤ points × part / whole + ½ < share + 1, times 2 × whole
                    var exact = (2 * (Int128)points * part) + whole;
                    Assert.True(2 * (Int128)share * whole <= exact);
                    Assert.True(exact < 2 * ((Int128)share + 1) * whole);
                },
                iter: 2000
            );

    [Fact]
    public void A_larger_part_is_never_worth_less() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 20], Gen.Int[-2, 22])
            .Sample(
                (points, whole, part) =>
                    new Points(points).Share(part, whole)
                    <= new Points(points).Share(part + 1, whole)
            );

    [Theory]
    [InlineData(799, 1000, 79)]
    [InlineData(79_999, 100_000, 79)]
    [InlineData(800, 1000, 80)]
    [InlineData(999, 1000, 99)]
    [InlineData(1, 3, 33)]
    [InlineData(2, 3, 66)]
    [InlineData(0, 1000, 0)]
    [InlineData(1000, 1000, 100)]
    [InlineData(int.MaxValue, int.MaxValue, 100)]
    public void Percent_are_rounded_down(int earned, int possible, int percent) =>
        Assert.Equal(percent, new Points(earned).PercentOf(new Points(possible)));

    [Fact]
    public void Of_nothing_possible_nothing_is_earned() =>
        Assert.Equal(0, Points.None.PercentOf(Points.None));

    [Fact]
    public void A_hundred_percent_is_shown_only_when_every_thousandth_is_earned() =>
        Gen.Select(Gen.Int[1, 100_000], Gen.Int[0, 100_000])
            .Where((possible, earned) => earned <= possible)
            .Sample(
                (possible, earned) =>
                    new Points(earned).PercentOf(new Points(possible))
                    == 100
                    == (earned == possible)
            );

    [Fact]
    public void A_point_is_a_thousand_thousandths() =>
        Assert.Equal(new Points(3000), Points.Whole(3));

    [Fact]
    public void Points_add_up_exactly()
    {
        var third = Points.Whole(1).Share(1, 3);

        Assert.Equal(new Points(999), third + third + third);
        Assert.Equal(third + third, Points.Add(third, third));
    }

    [Fact]
    public void Too_many_points_are_refused_and_never_wrap_around()
    {
        Assert.Throws<OverflowException>(() => Points.Whole(int.MaxValue));
        Assert.Throws<OverflowException>(() => new Points(int.MaxValue) + new Points(1));
    }

    [Fact]
    public void Points_compare_as_their_thousandths() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5])
            .Sample(
                (one, other) =>
                {
                    var (left, right) = (new Points(one), new Points(other));
                    Assert.Equal(one < other, left < right);
                    Assert.Equal(one > other, left > right);
                    Assert.Equal(one <= other, left <= right);
                    Assert.Equal(one >= other, left >= right);
                    Assert.Equal(one.CompareTo(other), left.CompareTo(right));
                }
            );
}
