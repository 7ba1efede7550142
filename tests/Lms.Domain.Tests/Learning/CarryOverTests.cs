using Lms.Domain.Courses;
using Lms.Domain.Learning;

namespace Lms.Domain.Tests.Learning;

public sealed class CarryOverTests
{
    private static readonly ActivityId Lesson = new(new("11111111-0000-7000-8000-000000000001"));
    private static readonly ActivityId Gone = new(new("11111111-0000-7000-8000-000000000002"));
    private static readonly VersionOutline First = Version(1, Lesson, Gone);
    private static readonly VersionOutline Second = Version(2, Lesson);
    private static readonly VersionOutline Third = Version(3);

    [Fact]
    public void A_learner_in_progress_moves_when_the_version_has_all_their_work() =>
        Assert.Equal(new CarryDecision.Moves(Second), Decide(Did(Lesson), Second));

    [Fact]
    public void A_learner_with_no_work_moves_to_the_newest_version() =>
        Assert.Equal(new CarryDecision.Moves(Third), Decide(Did(), Third, Second));

    [Fact]
    public void A_learner_whom_the_newest_version_does_not_fit_moves_to_the_newest_that_does() =>
        Assert.Equal(new CarryDecision.Moves(Second), Decide(Did(Lesson), Second, Third));

    [Fact]
    public void Work_on_an_activity_that_is_gone_keeps_the_learner() =>
        Assert.Equal(Stays(StayReason.WorkIsGone), Decide(Did(Lesson, Gone), Second));

    [Fact]
    public void An_open_attempt_and_an_open_run_keep_the_learner()
    {
        Assert.Equal(
            Stays(StayReason.OpenAttempt),
            Decide(Did() with { HasOpenAttempt = true }, Second)
        );
        Assert.Equal(Stays(StayReason.OpenRun), Decide(Did() with { HasOpenRun = true }, Second));
    }

    [Fact]
    public void Completion_keeps_the_learner_whatever_else_is_true() =>
        Assert.Equal(
            Stays(StayReason.Completed),
            Decide(Did(Gone) with { IsCompleted = true, HasOpenAttempt = true }, Second)
        );

    [Fact]
    public void Nothing_newer_keeps_the_learner()
    {
        Assert.Equal(Stays(StayReason.NothingNewer), Decide(Did(), First));
        Assert.Equal(Stays(StayReason.NothingNewer), Decide(Did()));
    }

    private static CarryDecision Decide(LearnerFacts facts, params VersionOutline[] published) =>
        CarryOver.Decide(First.Number, published, facts);

    private static CarryDecision.Stays Stays(StayReason reason) => new(reason);

    private static LearnerFacts Did(params ActivityId[] work) =>
        new(work.ToHashSet(), HasOpenAttempt: false, HasOpenRun: false, IsCompleted: false);

    private static VersionOutline Version(int number, params ActivityId[] activities) =>
        new(new(new Guid(number, 1, 0, new byte[8])), number, activities.ToHashSet());
}
