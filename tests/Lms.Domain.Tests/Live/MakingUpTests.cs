using CsCheck;
using Lms.Domain.Live;

namespace Lms.Domain.Tests.Live;

public sealed class MakingUpTests
{
    [Fact]
    public void Gaps_that_nearly_meet_are_one_block_and_seconds_are_none() =>
        Assert.Equal(
            [new(0, 150_000), new(400_000, 1_000_000)],
            MakingUp.Blocks([
                new(0, 60_000),
                new(100_000, 150_000),
                new(250_000, 300_000),
                new(400_000, 1_000_000),
            ])
        );

    [Theory]
    [InlineData(1, "2")]
    [InlineData(2, "2 2")]
    [InlineData(3, "1 2 2")]
    [InlineData(4, "1 1 1 2")]
    [InlineData(5, "1 1 1 1 1")]
    [InlineData(7, "0 0 1 1 1 1 1")]
    public void Two_questions_for_a_block_and_five_at_most(int blocks, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                MakingUp.QuestionsOf([
                    .. Enumerable
                        .Range(1, blocks)
                        .Select(at => new Span(
                            at * 10_000_000L,
                            (at * 10_000_000L) + (at * 60_000)
                        )),
                ])
            )
        );

    [Theory]
    [InlineData(0, 60_000, null, 0)]
    [InlineData(0, 20_000, 20_000, 20_000)]
    [InlineData(0, 40_000, 20_000, 30_000)]
    [InlineData(0, 600_000, 600_000, 90_000)]
    [InlineData(50_000, 10_000, 20_000, 0)]
    public void No_more_than_one_and_a_half_times_the_real_time_counts(
        long from,
        long until,
        int? since,
        long counted
    ) => Assert.Equal(counted, MakingUp.Counted(new(from, until), since).Length);

    [Fact]
    public void However_many_windows_report_it_is_never_more_than_the_real_time_allows() =>
        Gen.Select(Gen.Long[0, 3_600_000], Gen.Long[0, 120_000], Gen.Long[0, 90_000])
            .Array[1, 40]
            .Sample(reports =>
            {
                var spans = reports
                    .Select(one =>
                        MakingUp.Counted(new(one.Item1, one.Item1 + one.Item2), one.Item3)
                    )
                    .ToList();
                var real = reports.Sum(one => one.Item3);
                Assert.True(Spans.Length(Spans.Joined(spans)) * 2 <= real * 3);
            });
}
