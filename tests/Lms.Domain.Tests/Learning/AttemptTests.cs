using Lms.Domain.Learning;

namespace Lms.Domain.Tests.Learning;

public sealed class AttemptTests
{
    private static readonly TimeSpan Allowed = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void The_answer_saved_last_counts_in_whatever_order_the_rows_come()
    {
        var attempt = new QuizRun("q-1", "q-2")
            .Saves(7, "q-1", "o2")
            .Saves(9, "q-2", "o3")
            .Saves(3, "q-1", "o1")
            .Saves(4, "q-2", "o4")
            .Attempt;

        var choices = attempt.LastValues();

        Assert.Equal(["o2"], choices["q-1"]);
        Assert.Equal(["o3"], choices["q-2"]);
        Assert.Equal(2, choices.Count);
    }

    [Fact]
    public void An_answer_taken_back_is_no_answer()
    {
        var attempt = new QuizRun("q-1", "q-2").Saves(1, "q-1", "o1").Saves(2, "q-1").Attempt;

        Assert.Empty(attempt.LastValues()["q-1"]);
        Assert.Equal(2, attempt.Unanswered());
    }

    [Fact]
    public void An_answer_given_again_after_it_was_taken_back_counts()
    {
        var attempt = new QuizRun("q-1")
            .Saves(1, "q-1", "o1")
            .Saves(2, "q-1")
            .Saves(3, "q-1", "o2")
            .Attempt;

        Assert.Equal(["o2"], attempt.LastValues()["q-1"]);
        Assert.Equal(0, attempt.Unanswered());
    }

    [Fact]
    public void Questions_are_told_apart_by_the_letter() =>
        Assert.Equal(
            2,
            new QuizRun("q-1")
                .Saves(1, "q-1", "o1")
                .Saves(2, "Q-1", "o1")
                .Attempt.LastValues()
                .Count
        );

    [Fact]
    public void What_is_unanswered_is_counted_in_questions_and_not_in_saves()
    {
        Assert.Equal(3, new QuizRun("q-1", "q-2", "q-3").Attempt.Unanswered());
        Assert.Equal(
            2,
            new QuizRun("q-1", "q-2", "q-3")
                .Saves(1, "q-1", "o1")
                .Saves(2, "q-1", "o2")
                .Saves(3, "q-1", "o1")
                .Attempt.Unanswered()
        );
    }

    [Fact]
    public void An_attempt_is_overdue_from_its_deadline_on()
    {
        var attempt = new QuizRun("q-1").Within(Allowed).Attempt;

        Assert.False(attempt.IsOverdue(QuizRun.Noon + Allowed - Moment));
        Assert.True(attempt.IsOverdue(QuizRun.Noon + Allowed));
        Assert.True(attempt.IsOverdue(QuizRun.Noon + Allowed + Moment));
    }

    [Theory]
    [InlineData(ClosedBy.Learner)]
    [InlineData(ClosedBy.Deadline)]
    public void An_attempt_once_closed_is_never_overdue(ClosedBy by)
    {
        var attempt = new QuizRun("q-1").Within(Allowed).Closes(by).Attempt;

        Assert.False(attempt.IsOverdue(QuizRun.Noon + Allowed));
        Assert.False(attempt.IsOverdue(QuizRun.Noon.AddYears(1)));
    }

    [Fact]
    public void An_attempt_without_a_deadline_is_never_overdue() =>
        Assert.False(new QuizRun("q-1").Attempt.IsOverdue(QuizRun.Noon.AddYears(1)));
}
