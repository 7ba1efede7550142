using Lms.Domain.Learning;
using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Learning;

/// <summary>What a person has beyond the rule: more time, and one more attempt.</summary>
public sealed class AllowanceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly QuizRules Once = new() { Limit = new(1, null) };
    private static readonly PastAttempt Closed = new(Noon.AddHours(-1), Noon.AddMinutes(-5));

    [Theory]
    [InlineData(TimeFactor.Standard, 20)]
    [InlineData(TimeFactor.Quarter, 25)]
    [InlineData(TimeFactor.Half, 30)]
    [InlineData(TimeFactor.Untimed, null)]
    public void A_factor_stretches_the_time_to_the_deadline(TimeFactor factor, int? minutes) =>
        Assert.Equal(
            new OpeningDecision.Open(1, minutes is { } some ? Noon.AddMinutes(some) : null),
            AttemptRules.MayOpen(new() { Time = TimeSpan.FromMinutes(20) }, [], Noon, factor)
        );

    [Fact]
    public void No_factor_gives_a_deadline_to_a_quiz_without_one() =>
        Assert.All(
            Enum.GetValues<TimeFactor>(),
            factor =>
                Assert.Equal(
                    new OpeningDecision.Open(1, null),
                    AttemptRules.MayOpen(new(), [], Noon, factor)
                )
        );

    [Fact]
    public void An_extra_attempt_opens_when_none_is_left() =>
        Assert.Equal(
            new OpeningDecision.Open(2, null, UsesExtra: true),
            AttemptRules.MayOpen(Once, [Closed], Noon, hasExtra: true)
        );

    [Fact]
    public void An_extra_attempt_need_not_wait_for_the_pause_or_the_window()
    {
        var rules = new QuizRules
        {
            Limit = new(1, TimeSpan.FromHours(24)),
            CoolDown = TimeSpan.FromHours(2),
        };

        Assert.Equal(
            new OpeningDecision.Open(2, null, UsesExtra: true),
            AttemptRules.MayOpen(rules, [Closed], Noon, hasExtra: true)
        );
    }

    [Fact]
    public void While_the_rule_lets_one_open_the_extra_attempt_is_kept() =>
        Assert.Equal(
            new OpeningDecision.Open(1, null),
            AttemptRules.MayOpen(Once, [], Noon, hasExtra: true)
        );

    [Fact]
    public void A_used_extra_attempt_does_not_count_towards_the_limit()
    {
        var rules = new QuizRules { Limit = new(2, null) };
        var extra = Closed with { IsExtra = true };

        Assert.Equal(
            new OpeningDecision.Open(3, null),
            AttemptRules.MayOpen(rules, [Closed, extra], Noon)
        );
        Assert.IsType<OpeningDecision.NoneLeft>(
            AttemptRules.MayOpen(rules, [Closed, extra, Closed], Noon)
        );
    }

    [Fact]
    public void While_an_attempt_is_open_an_extra_one_opens_none() =>
        Assert.IsType<OpeningDecision.GoOn>(
            AttemptRules.MayOpen(Once, [new(Noon.AddHours(-1), null)], Noon, hasExtra: true)
        );
}
