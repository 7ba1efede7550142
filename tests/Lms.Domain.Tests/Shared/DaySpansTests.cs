using CsCheck;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Shared;

public sealed class DaySpansTests
{
    private const int Days = 60;

    private static readonly DateOnly Start = new(2026, 1, 1);

    private static readonly Gen<DaySpan[]> Spans = Gen.Select(
        Gen.Int[-2, Days],
        Gen.Int[-1, 15],
        Gen.Int[0, 9],
        (from, length, luck) =>
            new DaySpan(
                Start.AddDays(from),
                luck == 0 ? DateOnly.MaxValue : Start.AddDays(from + length)
            )
    ).Array[0, 6];

    [Fact]
    public void Sets_of_spans_are_sets_of_days() =>
        Gen.Select(Spans, Spans)
            .Sample(
                (left, right) =>
                {
                    var (a, b) = (DaySpans.Joined(left), DaySpans.Joined(right));
                    foreach (var day in Enumerable.Range(-5, Days + 30).Select(Start.AddDays))
                    {
                        var (inA, inB) = (left.Any(Has), right.Any(Has));
                        Assert.Equal(inA, DaySpans.Have(a, day));
                        Assert.Equal(inA && inB, DaySpans.Have(DaySpans.Both(a, b), day));
                        Assert.Equal(inA && !inB, DaySpans.Have(DaySpans.Except(a, b), day));

                        bool Has(DaySpan span) => span.Has(day);
                    }

                    Assert.All(
                        a.Zip(a.Skip(1)),
                        pair => Assert.True(pair.Second.From > pair.First.Until.AddDays(1))
                    );
                }
            );

    [Fact]
    public void A_limit_counts_the_days_that_are_no_leave() =>
        Gen.Select(Spans, Gen.Int[0, 20])
            .Sample(
                (spans, days) =>
                {
                    var leave = DaySpans.Joined(spans);
                    var end = Leave.After(Start, days, leave);
                    if (end == DateOnly.MaxValue)
                    {
                        Assert.Contains(leave, span => span.Until == DateOnly.MaxValue);
                        return;
                    }

                    var counted = 0;
                    for (var day = Start.AddDays(1); counted < days; day = day.AddDays(1))
                    {
                        counted += DaySpans.Have(leave, day) ? 0 : 1;
                        Assert.True(day <= end);
                    }

                    Assert.Equal(days, CountedUntil(end));

                    int CountedUntil(DateOnly last) =>
                        Enumerable
                            .Range(1, Math.Max(0, last.DayNumber - Start.DayNumber))
                            .Count(day => !DaySpans.Have(leave, Start.AddDays(day)));
                }
            );

    [Fact]
    public void A_due_date_moves_by_the_leave_before_it()
    {
        DaySpan[] leave = [new(Start.AddDays(5), Start.AddDays(9))];

        Assert.Equal(Start.AddDays(4), Leave.MovedDue(Start, Start.AddDays(4), leave));
        Assert.Equal(Start.AddDays(10), Leave.MovedDue(Start, Start.AddDays(5), leave));
        Assert.Equal(Start.AddDays(25), Leave.MovedDue(Start, Start.AddDays(20), leave));
        Assert.Equal(Start.AddDays(-1), Leave.MovedDue(Start, Start.AddDays(-1), leave));
    }
}
