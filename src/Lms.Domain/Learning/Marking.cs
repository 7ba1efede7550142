using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Learning;

/// <summary>
/// What a trainer gave for one answer that no rule marks. Rows are only added: the last one of a
/// question counts.
/// </summary>
public sealed class Mark : IPrivateToPerson
{
    public long Position { get; init; }

    public required AttemptId AttemptId { get; init; }

    /// <summary>Whose answer it is.</summary>
    public required PersonId PersonId { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>From none to all of the question's.</summary>
    public required Points Points { get; init; }

    /// <summary>For the learner; may be empty, at most 4,000 characters.</summary>
    public required string Remark { get; init; }

    public required PersonId MarkedBy { get; init; }

    public required DateTimeOffset MarkedAt { get; init; }

    public required OperationId Operation { get; init; }
}

public readonly record struct SavedRemarkId(Guid Value);

/// <summary>A remark that a trainer keeps to use again.</summary>
public sealed class SavedRemark : IPrivateToPerson
{
    public required SavedRemarkId Id { get; init; }

    /// <summary>The trainer.</summary>
    public required PersonId PersonId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}

/// <summary>Why an attempt was scored anew. Names are stored as text and never change.</summary>
public enum RescoreCause
{
    /// <summary>A trainer marked an answer.</summary>
    Marked,

    /// <summary>A key was changed and the change applied to old attempts.</summary>
    KeyChanged,
}

/// <summary>
/// The fact that a closed attempt was scored anew. Rows are only added, the highest position is the
/// score; a pass once reached stays the fact <see cref="Passed"/>.
/// </summary>
public sealed class Rescore : IOfPerson
{
    public required AttemptId AttemptId { get; init; }

    /// <summary>From 1 in the attempt.</summary>
    public required int Position { get; init; }

    public required PersonId PersonId { get; init; }

    public required RescoreCause Cause { get; init; }

    /// <summary>The version whose keys judged.</summary>
    public required CourseVersionId KeysOf { get; init; }

    public required Points Earned { get; init; }

    public required Points Possible { get; init; }

    public required bool IsPassed { get; init; }

    public required int Waiting { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId By { get; init; }

    /// <summary>In words; empty for a mark.</summary>
    public required string Reason { get; init; }

    public Score Score => new(Earned, Possible, IsPassed);
}

/// <summary>When, by whom and in which words a score was changed.</summary>
public sealed record RescoreStamp(DateTimeOffset At, PersonId By, string Reason);
