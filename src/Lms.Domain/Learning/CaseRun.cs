using Lms.Domain.Cases;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Learning;

public readonly record struct CaseRunId(Guid Value);

/// <summary>One run through a branching case; where it stands is a fold of its steps.</summary>
public sealed class CaseRun : IPrivateToPerson
{
    public required CaseRunId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required EnrolmentId EnrolmentId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required CourseVersionId CourseVersionId { get; init; }

    /// <summary>From 1, unique for the enrolment's case.</summary>
    public required int Number { get; init; }

    public required OperationId Operation { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    public List<CaseStep> Steps { get; } = [];
}

/// <summary>A choice made in a run. Rows are only added.</summary>
public sealed class CaseStep : IPrivateToPerson
{
    public required CaseRunId RunId { get; init; }

    /// <summary>From 1 in the run: of two made at once one is kept.</summary>
    public required int Position { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The scene in which it was made.</summary>
    public required string Scene { get; init; }

    /// <summary>Index of the choice in the scene, from 0.</summary>
    public required int Choice { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// The fact that a person finished a case, whatever its ending: the first run that did. One for each
/// case of an enrolment.
/// </summary>
public sealed class CaseFinish : IOfPerson
{
    public required EnrolmentId EnrolmentId { get; init; }

    public required PersonId PersonId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required CaseRunId RunId { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }
}
