using Lms.Domain.Courses;
using Lms.Domain.People;

namespace Lms.Domain.Learning;

/// <summary>What a learner wrote for themselves beside a lesson; read by nobody else.</summary>
public sealed class LessonNote : IPrivateToPerson
{
    public required PersonId PersonId { get; init; }

    public required ActivityId ActivityId { get; init; }

    /// <summary>At most 10,000 characters.</summary>
    public required string Text { get; set; }

    /// <summary>Rises with each save: of two devices the later sees that it was overtaken.</summary>
    public required int Revision { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}

/// <summary>An entry of a lesson's checklist that the learner ticked, or took back.</summary>
public sealed class ChecklistTick : IPrivateToPerson
{
    public required PersonId PersonId { get; init; }

    public required ActivityId ActivityId { get; init; }

    /// <summary>The block's id and a name made of the entry's words, as <c>prep:1a2b3c</c>.</summary>
    public required string Entry { get; init; }

    public required bool IsTicked { get; set; }

    public required DateTimeOffset SetAt { get; set; }
}

/// <summary>Where a learner was last in a course: there it goes on, unless a link says otherwise.</summary>
public sealed class LastPlace : IPrivateToPerson
{
    public required PersonId PersonId { get; init; }

    public required CourseId CourseId { get; init; }

    public required ActivityId ActivityId { get; set; }

    /// <summary>Id of the block that was on the screen; empty at the top.</summary>
    public required string Block { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>
/// A practice question answered; never graded. Rows are only added, the last one of a question is
/// shown.
/// </summary>
public sealed class PracticeAnswer : IPrivateToPerson
{
    public long Position { get; init; }

    public required PersonId PersonId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required string QuestionId { get; init; }

    public required bool IsRight { get; init; }

    public required DateTimeOffset At { get; init; }
}
