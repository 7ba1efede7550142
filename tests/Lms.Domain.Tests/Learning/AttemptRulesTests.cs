using CsCheck;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Learning;

public sealed class AttemptRulesTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly QuizRules ThreeADay = new() { Limit = new(3, TimeSpan.FromHours(24)) };

    [Fact]
    public void The_first_attempt_opens_as_number_one_and_without_a_deadline() =>
        Assert.Equal(
            new OpeningDecision.Open(1, null),
            AttemptRules.MayOpen(new() { CoolDown = Pause }, [], Noon)
        );

    [Fact]
    public void The_number_follows_all_earlier_attempts_within_the_window_or_not()
    {
        PastAttempt[] past =
        [
            Closed(Noon.AddDays(-9)),
            Closed(Noon.AddDays(-8)),
            Closed(Noon.AddHours(-9)),
        ];

        Assert.Equal(
            new OpeningDecision.Open(4, null),
            AttemptRules.MayOpen(ThreeADay, past, Noon)
        );
    }

    [Fact]
    public void The_deadline_is_the_time_of_the_quiz_from_the_opening() =>
        Assert.Equal(
            new OpeningDecision.Open(1, Noon.AddMinutes(20)),
            AttemptRules.MayOpen(new() { Time = TimeSpan.FromMinutes(20) }, [], Noon)
        );

    [Fact]
    public void While_an_attempt_is_open_one_goes_on_with_it()
    {
        PastAttempt[] past = [new(Noon.AddHours(-1), null), Closed(Noon.AddHours(-2))];

        Assert.IsType<OpeningDecision.GoOn>(AttemptRules.MayOpen(new(), past, Noon));
    }

    [Fact]
    public void An_open_attempt_is_gone_on_with_even_when_none_is_left()
    {
        var rules = new QuizRules { Limit = new(1, null), CoolDown = Pause };

        Assert.IsType<OpeningDecision.GoOn>(AttemptRules.MayOpen(rules, [new(Noon, null)], Noon));
    }

    [Fact]
    public void When_all_attempts_are_used_up_none_is_left_whatever_the_pause()
    {
        var rules = new QuizRules { Limit = new(1, null), CoolDown = Pause };

        Assert.IsType<OpeningDecision.NoneLeft>(AttemptRules.MayOpen(rules, [Closed(Noon)], Noon));
    }

    [Fact]
    public void The_pause_ends_at_its_last_instant()
    {
        var rules = new QuizRules { CoolDown = Pause };
        PastAttempt[] past = [Closed(Noon - Pause)];

        Assert.Equal(new OpeningDecision.Open(2, null), AttemptRules.MayOpen(rules, past, Noon));
        Assert.Equal(
            new OpeningDecision.WaitUntil(Noon),
            AttemptRules.MayOpen(rules, past, Noon - Moment)
        );
    }

    [Fact]
    public void The_pause_is_counted_from_the_last_submission_and_not_from_the_opening()
    {
        var rules = new QuizRules { CoolDown = Pause };
        PastAttempt[] past =
        [
            new(Noon.AddMinutes(-60), Noon.AddMinutes(-2)),
            new(Noon.AddMinutes(-50), Noon.AddMinutes(-40)),
        ];

        Assert.Equal(
            new OpeningDecision.WaitUntil(Noon.AddMinutes(8)),
            AttemptRules.MayOpen(rules, past, Noon)
        );
    }

    [Fact]
    public void Without_a_pause_the_next_opens_at_the_instant_of_the_submission() =>
        Assert.Equal(
            new OpeningDecision.Open(2, null),
            AttemptRules.MayOpen(new(), [Closed(Noon)], Noon)
        );

    [Theory]
    [InlineData(1, 4)]
    [InlineData(5, 5)]
    [InlineData(4, 4)]
    public void Of_the_pause_and_the_window_the_later_is_waited_for(int pauseHours, int waitHours)
    {
        var rules = ThreeADay with { CoolDown = TimeSpan.FromHours(pauseHours) };
        PastAttempt[] past = [Closed(Noon.AddHours(-20)), Closed(Noon.AddHours(-10)), Closed(Noon)];

        Assert.Equal(
            new OpeningDecision.WaitUntil(Noon.AddHours(waitHours)),
            AttemptRules.MayOpen(rules, past, Noon)
        );
    }

    [Fact]
    public void The_instant_named_is_the_first_at_which_the_attempt_opens() =>
        Gen.Select(
                Gen.Select(Gen.Int[0, 48], Gen.Int[0, 3])
                    .Select((back, length) => Past(Noon.AddHours(-back), length))
                    .Array[0, 6],
                Gen.Int[1, 4],
                Gen.Int[1, 30],
                Gen.Int[0, 12]
            )
            .Sample(
                (past, count, window, pause) =>
                {
                    var rules = new QuizRules
                    {
                        Limit = new(count, TimeSpan.FromHours(window)),
                        CoolDown = TimeSpan.FromHours(pause),
                    };
                    var open = new OpeningDecision.Open(past.Length + 1, null);
                    var decision = AttemptRules.MayOpen(rules, past, Noon);
                    if (decision is OpeningDecision.WaitUntil { Instant: var at })
                    {
                        Assert.True(at > Noon);
                        Assert.Equal(open, AttemptRules.MayOpen(rules, past, at));
                        Assert.Equal(decision, AttemptRules.MayOpen(rules, past, at - Moment));
                    }
                    else
                    {
                        Assert.Equal(open, decision);
                    }
                },
                iter: 1000
            );

    [Theory]
    [InlineData(KeyRelease.AfterPass, false, false)]
    [InlineData(KeyRelease.AfterPass, true, true)]
    [InlineData(KeyRelease.AfterAttempt, false, true)]
    [InlineData(KeyRelease.AfterAttempt, true, true)]
    [InlineData(KeyRelease.Never, false, false)]
    [InlineData(KeyRelease.Never, true, false)]
    public void Keys_are_shown_when_the_rule_of_the_quiz_says_so(
        KeyRelease show,
        bool hasPassed,
        bool shows
    ) => Assert.Equal(shows, AttemptRules.ShowsKeys(new() { Show = show }, hasPassed));

    private static PastAttempt Closed(DateTimeOffset at) => new(at, at);

    private static PastAttempt Past(DateTimeOffset opened, int hours)
    {
        var closed = opened.AddHours(hours);
        return new(opened, closed < Noon ? closed : Noon);
    }
}
