using CsCheck;
using Lms.Domain.Courses;
using Lms.Domain.Learning;

namespace Lms.Domain.Tests.Learning;

public sealed class CourseProgressTests
{
    [Fact]
    public void A_course_just_begun_has_all_that_counts_before_it()
    {
        var progress = Progress([Lesson(1), Lesson(2), Quiz(3)]);

        Assert.Equal((0, 3, 0), (progress.CountingDone, progress.CountingSteps, progress.Percent));
        Assert.False(progress.IsComplete);
    }

    [Theory]
    [InlineData(1, 3, 33)]
    [InlineData(2, 3, 66)]
    [InlineData(199, 200, 99)]
    [InlineData(200, 200, 100)]
    [InlineData(1, 101, 0)]
    public void Percent_are_rounded_down_so_that_a_hundred_means_done(
        int done,
        int steps,
        int percent
    )
    {
        var progress = Progress(
            [.. Enumerable.Range(1, steps).Select(Lesson)],
            [.. Enumerable.Range(1, done)]
        );

        Assert.Equal(percent, progress.Percent);
        Assert.Equal(percent == 100, progress.IsComplete);
    }

    [Fact]
    public void What_does_not_count_neither_helps_nor_holds_up()
    {
        Step[] steps = [Lesson(1), Optional(2), Quiz(3), Optional(4)];

        var idle = Progress(steps, 2, 4);
        var complete = Progress(steps, 1, 3);

        Assert.Equal((0, 2, 0), (idle.CountingDone, idle.CountingSteps, idle.Percent));
        Assert.Equal(100, complete.Percent);
        Assert.True(complete.IsComplete);
    }

    [Fact]
    public void So_many_sessions_are_asked_for_as_the_course_says_whichever_they_are()
    {
        Step[] steps = [Lesson(1), Session(2), Session(3), Session(4)];

        Assert.Equal((3, 3), Counted([], others: 0));
        Assert.Equal((3, 2), Counted([4], others: 0));
        Assert.Equal((3, 1), Counted([4], others: 1));
        Assert.Equal((3, 1), Counted([2, 3, 4], others: 2));
        Assert.Equal((3, 0), Counted([1, 2, 4], others: 0));

        (int, int) Counted(int[] done, int others)
        {
            var progress = CourseProgress.Of(steps, done.Select(Id).ToHashSet(), 2, others);
            return (progress.CountingSteps, progress.Left.Count);
        }
    }

    [Fact]
    public void Facts_of_other_courses_change_nothing() =>
        Assert.Equal(50, Progress([Lesson(1), Lesson(2)], 1, 8, 9, 10).Percent);

    [Fact]
    public void Every_quiz_that_counts_has_to_be_passed_beside_the_lessons()
    {
        var progress = Progress([Lesson(1), Lesson(2), Quiz(3)], 1, 2);

        Assert.False(progress.IsComplete);
        Assert.Equal([Quiz(3)], progress.Left);
    }

    [Fact]
    public void A_course_in_which_nothing_counts_is_never_complete()
    {
        foreach (var progress in new[] { Progress([]), Progress([Optional(1)], 1) })
        {
            Assert.False(progress.IsComplete);
            Assert.Equal(0, progress.Percent);
            Assert.Empty(progress.Left);
        }
    }

    [Fact]
    public void What_is_left_comes_in_the_order_of_the_course() =>
        Assert.Equal(
            [Quiz(9), Lesson(2), Lesson(5)],
            Progress([Lesson(7), Quiz(9), Optional(1), Lesson(2), Quiz(4), Lesson(5)], 4, 7).Left
        );

    [Fact]
    public void What_is_left_is_counted_by_its_kind()
    {
        var progress = Progress([Lesson(1), Lesson(2), Lesson(3), Quiz(4), Optional(5)], 2);

        Assert.Equal(2, progress.LeftOf(ActivityKind.Lesson));
        Assert.Equal(1, progress.LeftOf(ActivityKind.Quiz));
    }

    [Fact]
    public void Progress_keeps_the_facts_it_was_computed_from() =>
        Assert.Equal([Id(1), Id(8)], Progress([Lesson(1), Optional(8)], 1, 8).Done);

    [Fact]
    public void Progress_is_never_above_a_hundred_and_a_hundred_only_when_done() =>
        AnyCourse.Sample(
            (steps, done) =>
            {
                var progress = Progress(steps, done);
                var counting = steps.Where(step => step.Counts).ToList();
                var share = counting.Count(step => done.Select(Id).Contains(step.Activity));
                Assert.InRange(progress.Percent, 0, 100);
                Assert.Equal(counting.Count > 0 && share == counting.Count, progress.IsComplete);
                Assert.Equal(progress.IsComplete, progress.Percent == 100);
                Assert.Equal(share, progress.CountingDone);
                Assert.True(progress.Percent * counting.Count <= 100 * share);
                Assert.True(100 * share < (progress.Percent + 1) * Math.Max(1, counting.Count));
            },
            iter: 1000
        );

    [Fact]
    public void One_more_fact_never_takes_progress_away() =>
        Gen.Select(AnyCourse, Gen.Int[1, 14])
            .Sample(
                (course, more) =>
                {
                    var (steps, done) = course;
                    var before = Progress(steps, done);
                    var after = Progress(steps, [.. done, more]);
                    Assert.True(before.Percent <= after.Percent);
                    Assert.Subset(before.Left.ToHashSet(), after.Left.ToHashSet());
                    Assert.False(before.IsComplete && !after.IsComplete);
                },
                iter: 1000
            );

    [Fact]
    public void The_order_of_the_course_changes_nothing_but_the_order_of_what_is_left() =>
        AnyCourse.Sample(
            (steps, done) =>
            {
                var there = Progress(steps, done);
                var back = Progress([.. steps.Reverse()], done);
                Assert.Equal(there.Percent, back.Percent);
                Assert.Equal(there.Left, back.Left.Reverse());
            }
        );

    private static readonly Gen<(Step[] Steps, int[] Done)> AnyCourse = Gen.Select(
        Gen.Select(Gen.Enum<ActivityKind>(), Gen.Bool).Array[0, 12],
        Gen.Int[1, 14].Array[0, 14],
        (kinds, done) =>
            (
                kinds.Select((kind, at) => new Step(Id(at + 1), kind.Item1, kind.Item2)).ToArray(),
                done
            )
    );

    private static CourseProgress Progress(Step[] steps, params int[] done) =>
        CourseProgress.Of(steps, done.Select(Id).ToHashSet());

    private static Step Lesson(int number) => new(Id(number), ActivityKind.Lesson, Counts: true);

    private static Step Quiz(int number) => new(Id(number), ActivityKind.Quiz, Counts: true);

    private static Step Session(int number) =>
        new(Id(number), ActivityKind.LiveSession, Counts: true);

    private static Step Optional(int number) => new(Id(number), ActivityKind.Lesson, Counts: false);

    private static ActivityId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
