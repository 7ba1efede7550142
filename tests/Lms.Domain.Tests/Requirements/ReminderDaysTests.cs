using Lms.Domain.Requirements;

namespace Lms.Domain.Tests.Requirements;

public sealed class ReminderDaysTests
{
    private static readonly DateOnly Last = new(2026, 12, 31);

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(29, 30)]
    [InlineData(28, null)]
    [InlineData(8, null)]
    [InlineData(7, 7)]
    [InlineData(6, 7)]
    [InlineData(5, null)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, null)]
    public void A_reminder_falls_on_its_day_or_the_next_one(int left, int? expected) =>
        Assert.Equal(expected, ReminderDays.On(Last, Last.AddDays(-left)));

    [Fact]
    public void What_is_done_is_done_and_what_is_late_is_late_whatever_was_granted()
    {
        Assert.Equal(AssignmentState.Done, Of(-1, -1, isDone: true));
        Assert.Equal(AssignmentState.Done, Of(-1, -1, isDone: true, isEnded: true));
        Assert.Equal(AssignmentState.Ended, Of(-1, -1, isEnded: true));
        Assert.Equal(AssignmentState.Overdue, Of(-1, -1));
        Assert.Equal(AssignmentState.Overdue, Of(-9, -1));
        Assert.Equal(AssignmentState.Due, Of(0, 0));
        Assert.Equal(AssignmentState.Extended, Of(-1, 0));
        Assert.Equal(AssignmentState.Due, Of(null, null));
    }

    private static AssignmentState Of(
        int? first,
        int? due,
        bool isDone = false,
        bool isEnded = false
    ) => AssignmentStates.Of(Day(first), Day(due), isDone, isEnded, Last);

    private static DateOnly? Day(int? days) => days is { } some ? Last.AddDays(some) : null;
}
