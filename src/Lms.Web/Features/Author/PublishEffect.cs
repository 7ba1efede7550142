using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Author;

/// <summary>What publishing would do to learners: numbers alone.</summary>
/// <param name="Moves">In progress, and their whole work is in the new version.</param>
/// <param name="Stays">In progress, by what keeps them on their version.</param>
/// <param name="Completed">They stay where they are, with their certificates.</param>
public sealed record PublishEffect(
    int Moves,
    IReadOnlyDictionary<StayReason, int> Stays,
    int Completed
)
{
    public bool IsNone => Moves + Stays.Count + Completed == 0;

    /// <summary>Key of the counted words for those whom this keeps.</summary>
    public static string WordsOf(StayReason reason) =>
        reason switch
        {
            StayReason.OpenAttempt => "author.effect.open-attempt",
            StayReason.OpenRun => "author.effect.open-run",
            StayReason.WorkIsGone => "author.effect.work-is-gone",
            StayReason.NothingNewer or StayReason.Completed => "author.effect.stay",
        };
}

/// <summary>Asks the same rule that publishing will follow. An author sees no learner, so the product looks.</summary>
public sealed class PublishEffects(LmsDatabase database, CarryReads carry)
{
    private static readonly Viewer Reader = Viewer.System("tell what publishing would do");

    /// <param name="draft">As it would stand if it were published.</param>
    public async Task<PublishEffect> OfAsync(PublishedCourse draft, int newest)
    {
        await using var db = database.Open(Reader);
        var outline = draft.Outline with { Number = Math.Max(draft.Number, newest + 1) };
        var learners = await carry.DecideAsync(db, draft.Id, [outline]);
        return new(
            learners.Count(learner => learner.Decision is CarryDecision.Moves),
            learners
                .Select(learner => learner.Decision)
                .OfType<CarryDecision.Stays>()
                .CountBy(stays => stays.Reason)
                .ToDictionary(),
            await db.Completions.CountAsync(completion => completion.CourseId == draft.Id)
        );
    }
}
