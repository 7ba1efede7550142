using CsCheck;
using Lms.Domain.Live;

namespace Lms.Domain.Tests.Live;

public sealed class AttendanceTests
{
    private const long Minute = 60_000;

    private static readonly AttendanceRule Rule = AttendanceRule.Default;

    [Fact]
    public void Two_devices_at_once_are_one_person()
    {
        var attendance = Of(new() { Presences = [At(0, 30), At(10, 50)] });
        Assert.Equal(50 * Minute + Attendance.BeatHolds, attendance.Present);
        Assert.Equal(AttendanceVerdict.Attended, attendance.Verdict);
    }

    [Fact]
    public void A_gap_within_the_grace_is_forgiven_and_a_longer_one_is_not()
    {
        var shortGap = Of(new() { Presences = [At(0, 30), new(31 * Minute, 60 * Minute)] });
        Assert.Equal(60 * Minute, shortGap.Present);
        var longGap = Of(new() { Presences = [At(0, 30), new(35 * Minute, 60 * Minute)] });
        Assert.Equal(55 * Minute + Attendance.BeatHolds, longGap.Present);
    }

    [Fact]
    public void No_more_than_a_tenth_is_forgiven_the_first_gaps_first()
    {
        // A beat each two minutes leaves gaps of 110 seconds; a rule that forgives them all gives six minutes.
        var rule = Rule with
        {
            Grace = 2 * Minute,
        };
        var attendance = Attendance.Of(
            rule,
            [new(0, 60 * Minute)],
            [],
            new() { Presences = [.. Enumerable.Range(0, 30).Select(two => At(two * 2, two * 2))] }
        );
        Assert.Equal(30 * Attendance.BeatHolds + 3 * 110_000, attendance.Present);
        Assert.Equal(AttendanceVerdict.NotAttended, attendance.Verdict);
    }

    [Fact]
    public void Time_in_which_the_session_was_interrupted_is_nobodys()
    {
        var attendance = Attendance.Of(
            Rule,
            [new(0, 20 * Minute), new(40 * Minute, 60 * Minute)],
            [],
            new() { Presences = [At(0, 60)] }
        );
        Assert.Equal((40 * Minute, 40 * Minute), (attendance.Live, attendance.Present));
    }

    [Fact]
    public void Beats_that_were_kept_count_while_the_server_was_down_and_only_then()
    {
        var facts = new AttendanceFacts { Presences = [At(0, 10)], Kept = [At(0, 60)] };
        Assert.Equal(10 * Minute + Attendance.BeatHolds, Of(facts).Present);
        var down = Attendance.Of(
            Rule,
            [new(0, 60 * Minute)],
            [new(20 * Minute, 30 * Minute)],
            facts
        );
        Assert.Equal(20 * Minute + Attendance.BeatHolds, down.Present);
    }

    [Fact]
    public void What_was_missed_is_made_up_once_and_from_the_recording_of_it()
    {
        var facts = new AttendanceFacts
        {
            Presences = [At(0, 40)],
            Watched =
            [
                new(0, 30 * Minute),
                new(45 * Minute, 60 * Minute),
                new(50 * Minute, 60 * Minute),
            ],
        };
        var attendance = Of(facts);
        Assert.Equal(15 * Minute, attendance.Made);
        Assert.Equal(AttendanceVerdict.MadeUp, attendance.Verdict);
        Assert.Equal([new(40 * Minute + Attendance.BeatHolds, 45 * Minute)], attendance.Missed);
        Assert.Equal(
            AttendanceVerdict.NotAttended,
            Attendance
                .Of(Rule with { CountsMadeUp = false }, [new(0, 60 * Minute)], [], facts)
                .Verdict
        );
    }

    [Theory]
    [InlineData(3, 2, AttendanceVerdict.Attended)]
    [InlineData(3, 1, AttendanceVerdict.NotAttended)]
    [InlineData(0, 0, AttendanceVerdict.Attended)]
    public void Two_checks_of_three_are_to_be_answered(
        int asked,
        int answered,
        AttendanceVerdict expected
    ) =>
        Assert.Equal(
            expected,
            Of(
                new()
                {
                    Presences = [At(0, 60)],
                    ChecksAsked = asked,
                    ChecksAnswered = answered,
                }
            ).Verdict
        );

    [Fact]
    public void What_a_trainer_decided_stands()
    {
        Assert.Equal(AttendanceVerdict.Attended, Of(new() { Decided = true }).Verdict);
        Assert.Equal(
            AttendanceVerdict.NotAttended,
            Of(new() { Presences = [At(0, 60)], Decided = false }).Verdict
        );
    }

    [Fact]
    public void A_session_that_was_never_live_was_attended_by_nobody() =>
        Assert.Equal(
            AttendanceVerdict.NotAttended,
            Attendance.Of(Rule, [], [], new() { Presences = [At(0, 60)] }).Verdict
        );

    /// <summary>Second by second, as one would count by hand; without grace, which has its own tests.</summary>
    [Fact]
    public void Minutes_are_those_of_a_reference_that_walks_second_by_second() =>
        Gen.Select(SomeSpans, SomeSpans, SomePresences, SomePresences, SomeSpans)
            .Sample(
                (live, down, presences, kept, watched) =>
                {
                    var attendance = Attendance.Of(
                        Rule with
                        {
                            Grace = 0,
                        },
                        live,
                        down,
                        new()
                        {
                            Presences = presences,
                            Kept = kept,
                            Watched = watched,
                        }
                    );
                    long length = 0,
                        there = 0,
                        made = 0,
                        missed = 0;
                    for (var second = 0L; second < 400; second++)
                    {
                        var at = second * 1000;
                        if (!Any(live, at))
                        {
                            continue;
                        }

                        length += 1000;
                        var isThere = Beats(presences, at) || (Any(down, at) && Beats(kept, at));
                        if (isThere)
                        {
                            there += 1000;
                        }
                        else if (Any(watched, at))
                        {
                            made += 1000;
                        }
                        else
                        {
                            missed += 1000;
                        }
                    }

                    Assert.Equal(
                        (length, there, made, missed),
                        (
                            attendance.Live,
                            attendance.Present,
                            attendance.Made,
                            Spans.Length(attendance.Missed)
                        )
                    );
                }
            );

    [Fact]
    public void Another_beat_never_takes_a_minute_away() =>
        Gen.Select(SomeSpans, SomePresences, SomePresences)
            .Sample(
                (live, before, more) =>
                {
                    var rule = Rule with { ForgivenPercent = 100 };
                    var few = Attendance.Of(rule, live, [], new() { Presences = before });
                    var many = Attendance.Of(
                        rule,
                        live,
                        [],
                        new() { Presences = [.. before, .. more] }
                    );
                    Assert.True(many.Present >= few.Present);
                }
            );

    private static readonly Gen<Span[]> SomeSpans = Gen.Select(
        Gen.Long[0, 300],
        Gen.Long[0, 60],
        (from, length) => new Span(from * 1000, (from + length) * 1000)
    ).Array[0, 6];

    private static readonly Gen<Presence[]> SomePresences = Gen.Select(
        Gen.Long[0, 300],
        Gen.Long[-5, 60],
        (from, length) => new Presence(from * 1000, (from + length) * 1000)
    ).Array[0, 6];

    private static bool Any(Span[] spans, long at) =>
        Array.Exists(spans, span => span.From <= at && at < span.Until);

    private static bool Beats(Presence[] presences, long at) =>
        Array.Exists(
            presences,
            one =>
                one.LastBeat >= one.FirstBeat
                && one.FirstBeat <= at
                && at < one.LastBeat + Attendance.BeatHolds
        );

    private static Presence At(long firstMinute, long lastMinute) =>
        new(firstMinute * Minute, lastMinute * Minute);

    private static Attendance Of(AttendanceFacts facts) =>
        Attendance.Of(Rule, [new(0, 60 * Minute)], [], facts);
}
