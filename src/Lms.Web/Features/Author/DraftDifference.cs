using Lms.Domain.Courses;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Author;

public enum DifferenceKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>An activity that is otherwise in the draft; parts are blocks, questions, scenes or slides.</summary>
public sealed record ActivityDifference(
    string Slug,
    string Title,
    ActivityKind Activity,
    DifferenceKind Kind,
    PartCounts Parts
)
{
    /// <summary>Key of the words for what became of it.</summary>
    public string KindWords =>
        Kind switch
        {
            DifferenceKind.Added => "author.difference.added",
            DifferenceKind.Changed => "author.difference.changed",
            DifferenceKind.Removed => "author.difference.removed",
        };

    /// <summary>Key of the words for the counts of its parts.</summary>
    public string PartWords =>
        Activity switch
        {
            ActivityKind.Lesson => "author.difference.blocks",
            ActivityKind.Quiz => "author.difference.questions",
            ActivityKind.Case => "author.difference.scenes",
            ActivityKind.LiveSession => "author.difference.slides",
        };
}

/// <param name="Changed">Parts that both have, with other words.</param>
public sealed record PartCounts(int Added, int Changed, int Removed)
{
    public static readonly PartCounts None = new(0, 0, 0);

    public bool IsNone => Added + Changed + Removed == 0;
}

/// <summary>What would be otherwise for readers if the draft were published now.</summary>
/// <param name="Activities">In the order of the draft, then what it does not have any more.</param>
/// <param name="IsCourseChanged">Something in course.md or a module that readers see.</param>
public sealed record DraftDifference(
    IReadOnlyList<ActivityDifference> Activities,
    bool IsCourseChanged
)
{
    // A few words mended here and there; the author may say otherwise.
    private const int FewBlocks = 3;

    public bool IsNone => Activities.Count == 0 && !IsCourseChanged;

    /// <summary>By how much is otherwise; a proposal to the author, who knows what it means.</summary>
    public ChangeKind Size =>
        Activities.Any(one => one.Kind != DifferenceKind.Changed) ? ChangeKind.Major
        : !IsCourseChanged
        && Activities.All(IsMended)
        && Activities.Sum(one => one.Parts.Changed) <= FewBlocks
            ? ChangeKind.Typo
        : ChangeKind.Minor;

    public static DraftDifference Of(PublishedCourse published, PublishedCourse draft)
    {
        var now = draft.Activities.Select(activity => Difference(published, activity));
        var gone = published
            .Activities.Where(activity => draft.TryFind(activity.Id) is null)
            .Select(activity => Whole(activity, DifferenceKind.Removed));
        return new(
            [.. now.OfType<ActivityDifference>(), .. gone],
            ActivityParts.OfCourse(published) != ActivityParts.OfCourse(draft)
        );
    }

    private static bool IsMended(ActivityDifference one) =>
        one.Activity == ActivityKind.Lesson && one.Parts is { Added: 0, Removed: 0 };

    private static ActivityDifference? Difference(PublishedCourse published, PublishedActivity now)
    {
        if (published.TryFind(now.Id) is not { } before)
        {
            return Whole(now, DifferenceKind.Added);
        }

        var parts = Compare(ActivityParts.Of(before.Text), ActivityParts.Of(now.Text));
        return parts.IsNone && ActivityParts.Whole(before) == ActivityParts.Whole(now)
            ? null
            : new(now.Slug, now.Title, now.Kind, DifferenceKind.Changed, parts);
    }

    private static ActivityDifference Whole(PublishedActivity activity, DifferenceKind kind) =>
        new(activity.Slug, activity.Title, activity.Kind, kind, PartCounts.None);

    private static PartCounts Compare(
        IReadOnlyDictionary<string, string> old,
        IReadOnlyDictionary<string, string> now
    ) =>
        new(
            now.Keys.Count(id => !old.ContainsKey(id)),
            now.Count(part => old.GetValueOrDefault(part.Key, part.Value) != part.Value),
            old.Keys.Count(id => !now.ContainsKey(id))
        );
}
