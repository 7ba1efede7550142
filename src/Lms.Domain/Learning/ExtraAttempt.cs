using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Learning;

public readonly record struct ExtraAttemptId(Guid Value);

/// <summary>
/// One more attempt than the rule allows, granted by a trainer for a reason; used by the attempt that
/// names it.
/// </summary>
public sealed class ExtraAttempt : IOfPerson
{
    public required ExtraAttemptId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required EnrolmentId EnrolmentId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required PersonId GrantedBy { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>In the trainer's words, for the learner too; 1 to 500 characters.</summary>
    public required string Reason { get; init; }

    public required OperationId Operation { get; init; }
}
