using CsCheck;
using Lms.Domain.Learning;

namespace Lms.Domain.Tests.Learning;

/// <summary>What holds between any versions of any course, whatever was done in it.</summary>
public sealed class CarryOverProperties
{
    [Fact]
    public void No_fact_is_lost_by_moving() =>
        AnyHistory.Random.Sample(history =>
            Assert.True(history.Facts.Work.IsSubsetOf(After(history).Activities))
        );

    [Fact]
    public void Progress_after_moving_is_a_function_of_the_facts_and_never_above_the_whole() =>
        AnyHistory.Random.Sample(history =>
        {
            var after = After(history);
            var progress = history.ProgressOn(after);
            var again = CourseProgress.Of(
                history.Versions[after.Number - 1].Steps,
                history.Facts.Work.Reverse().ToHashSet()
            );
            Assert.InRange(progress.Percent, 0, 100);
            Assert.InRange(progress.CountingDone, 0, progress.CountingSteps);
            Assert.Equal(progress.Percent, again.Percent);
            Assert.Equal(progress.Left, again.Left);
        });

    [Fact]
    public void Whoever_completed_the_course_stays_on_the_version_they_completed() =>
        AnyHistory.Random.Sample(history =>
            Assert.Equal(
                history.Stands,
                After(history with { Facts = history.Facts with { IsCompleted = true } })
            )
        );

    [Fact]
    public void Whoever_is_in_an_attempt_or_a_run_stays_until_it_ends() =>
        AnyHistory.Random.Sample(history =>
        {
            var attempt = history.Facts with { HasOpenAttempt = true };
            var run = history.Facts with { HasOpenRun = true };
            Assert.Equal(history.Stands, After(history with { Facts = attempt }));
            Assert.Equal(history.Stands, After(history with { Facts = run }));
        });

    [Fact]
    public void Moving_twice_is_moving_once() =>
        AnyHistory.Random.Sample(history =>
        {
            var once = After(history);
            Assert.IsType<CarryDecision.Stays>(
                CarryOver.Decide(once.Number, history.Outlines, history.Facts)
            );
        });

    [Fact]
    public void Deciding_after_each_publication_or_once_after_all_in_any_order_is_the_same() =>
        Gen.Select(AnyHistory.Random, Gen.Int)
            .Sample(
                (history, seed) =>
                {
                    var stepwise = history.Stands;
                    foreach (var published in history.Outlines.Skip(history.On + 1))
                    {
                        stepwise = After(stepwise, [published], history.Facts);
                    }

                    var shuffled = history.Outlines.OrderBy(v => HashCode.Combine(v.Number, seed));
                    Assert.Equal(stepwise, After(history));
                    Assert.Equal(stepwise, After(history.Stands, shuffled, history.Facts));
                }
            );

    private static VersionOutline After(AnyHistory history) =>
        After(history.Stands, history.Outlines, history.Facts);

    private static VersionOutline After(
        VersionOutline on,
        IEnumerable<VersionOutline> published,
        LearnerFacts facts
    ) => CarryOver.Decide(on.Number, published, facts) is CarryDecision.Moves moves ? moves.To : on;
}
