using CsCheck;
using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

public sealed class AttemptLimitTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly AttemptLimit ThreeADay = new(3, Day);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Without_a_limit_one_more_may_always_be_opened(int opened) =>
        Assert.IsType<NextAttempt.Now>(
            AttemptLimit.Unlimited.Next(Enumerable.Repeat(Noon, opened), Noon)
        );

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void Of_three_in_all_there_is_no_fourth_however_long_ago(int opened, bool hasNext) =>
        Assert.Equal(
            hasNext ? new NextAttempt.Now() : new NextAttempt.Never(),
            new AttemptLimit(3, null).Next(Enumerable.Repeat(Noon.AddYears(-9), opened), Noon)
        );

    [Fact]
    public void Two_in_a_window_of_three_leave_one() =>
        Assert.IsType<NextAttempt.Now>(ThreeADay.Next([Noon, Noon], Noon));

    [Fact]
    public void Three_in_the_window_are_waited_out_until_the_first_of_them_leaves_it() =>
        Assert.Equal(
            new NextAttempt.At(Noon.AddHours(14)),
            ThreeADay.Next([Noon.AddHours(-10), Noon.AddHours(-5), Noon.AddHours(-1)], Noon)
        );

    [Fact]
    public void One_opened_exactly_a_window_ago_counts_no_more() =>
        Assert.IsType<NextAttempt.Now>(ThreeADay.Next([Noon - Day, Noon, Noon], Noon));

    [Fact]
    public void One_opened_a_moment_less_than_a_window_ago_counts() =>
        Assert.Equal(
            new NextAttempt.At(Noon + Moment),
            ThreeADay.Next([Noon - Day + Moment, Noon, Noon], Noon)
        );

    [Fact]
    public void Attempts_before_the_window_count_for_nothing() =>
        Assert.IsType<NextAttempt.Now>(
            ThreeADay.Next([.. Enumerable.Repeat(Noon - (2 * Day), 50), Noon, Noon], Noon)
        );

    [Fact]
    public void With_more_in_the_window_than_the_limit_enough_of_them_have_to_leave_it() =>
        Assert.Equal(
            new NextAttempt.At(Noon.AddHours(-3) + Day),
            ThreeADay.Next([.. Enumerable.Range(1, 5).Select(hours => Noon.AddHours(-hours))], Noon)
        );

    [Fact]
    public void The_offset_of_a_clock_changes_nothing()
    {
        var kyiv = (Noon - Day).ToOffset(TimeSpan.FromHours(2));

        Assert.IsType<NextAttempt.Now>(ThreeADay.Next([kyiv, Noon, Noon], Noon));
    }

    [Fact]
    public void The_order_in_which_attempts_are_listed_changes_nothing() =>
        AnyHistory.Sample(
            (opened, limit) => limit.Next(opened, Noon) == limit.Next(opened.Reverse(), Noon)
        );

    [Fact]
    public void The_instant_named_is_the_first_at_which_one_more_may_be_opened() =>
        AnyHistory.Sample(
            (opened, limit) =>
            {
                if (limit.Next(opened, Noon) is NextAttempt.At { Instant: var at })
                {
                    Assert.True(at > Noon);
                    Assert.IsType<NextAttempt.Now>(limit.Next(opened, at));
                    Assert.Equal(new NextAttempt.At(at), limit.Next(opened, at - Moment));
                }
                else
                {
                    Assert.True(opened.Count(time => time > Noon - limit.Per!.Value) < limit.Count);
                }
            },
            iter: 1000
        );

    private static readonly Gen<(DateTimeOffset[], AttemptLimit)> AnyHistory = Gen.Select(
        Gen.Int[0, 48].Select(hours => Noon.AddHours(-hours)).Array[0, 8],
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 30])
            .Select((count, hours) => new AttemptLimit(count, TimeSpan.FromHours(hours)))
    );
}
