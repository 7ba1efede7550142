using Lms.Domain.Courses;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses;

/// <summary>A lesson the learner has read that is otherwise now.</summary>
/// <param name="Block">The first block that changed or came; null when only others went.</param>
public sealed record ChangedLesson(PublishedActivity Lesson, string? Block);

/// <summary>What is new between two versions of a course, as a learner is told it.</summary>
/// <param name="Changes">As the author wrote them, the newest first.</param>
/// <param name="Lessons">Of those the learner has read, in the order of the course.</param>
public sealed record VersionNews(
    PublishedCourse From,
    PublishedCourse To,
    IReadOnlyList<Change> Changes,
    IReadOnlyList<ChangedLesson> Lessons
)
{
    /// <param name="done">What the learner has done.</param>
    public static VersionNews Of(
        PublishedCourse from,
        PublishedCourse to,
        IReadOnlySet<ActivityId> done
    ) =>
        new(
            from,
            to,
            [
                .. to
                    .Manifest.Changes.Where(change =>
                        change.Revision > from.Number && change.Revision <= to.Number
                    )
                    .OrderByDescending(change => change.Revision),
            ],
            [
                .. to
                    .Activities.Where(now => now.Lesson is not null && done.Contains(now.Id))
                    .Select(now => ChangeOf(from.TryFind(now.Id), now))
                    .OfType<ChangedLesson>(),
            ]
        );

    private static ChangedLesson? ChangeOf(PublishedActivity? before, PublishedActivity now)
    {
        if (before?.Lesson is not { } old || now.Lesson is not { } current)
        {
            return null;
        }

        // Versions published before blocks had ids are compared as a whole.
        if (old.Blocks.Count == 0 || current.Blocks.Count == 0)
        {
            return before.Body.Value == now.Body.Value ? null : new(now, null);
        }

        var changes = LessonBlocks.Changes(old.Blocks, current.Blocks);
        var touched = changes.Changed.Concat(changes.Added).ToHashSet();
        return changes.IsNone
            ? null
            : new(now, current.Blocks.FirstOrDefault(block => touched.Contains(block.Id))?.Id);
    }
}
