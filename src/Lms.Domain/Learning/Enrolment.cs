using Lms.Domain.Courses;
using Lms.Domain.People;

namespace Lms.Domain.Learning;

public readonly record struct EnrolmentId(Guid Value);

/// <summary>
/// A person on an edition of a course (OneRoster <em>enrollment</em>, cmi5 <em>registration</em>),
/// with an append-only history of the versions it moved through. Editions count from 1; one is open
/// at a time.
/// </summary>
public sealed class Enrolment : IOfPerson
{
    public required EnrolmentId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required CourseId CourseId { get; init; }

    public required int Edition { get; init; }

    public required DateTimeOffset EnrolledAt { get; init; }

    public List<EnrolmentVersion> Versions { get; } = [];

    public List<LessonProgress> Lessons { get; } = [];

    public List<Attempt> Attempts { get; } = [];

    public List<Passed> Passes { get; } = [];

    public List<CaseFinish> Cases { get; } = [];

    public Completion? Completion { get; init; }

    /// <summary>Opens an edition on <paramref name="version"/>; the editions before it stay as they are.</summary>
    public static Enrolment On(
        EnrolmentId id,
        PersonId person,
        CourseVersion version,
        DateTimeOffset now,
        int edition = 1
    ) =>
        new()
        {
            Id = id,
            PersonId = person,
            CourseId = version.CourseId,
            Edition = edition,
            EnrolledAt = now,
            Versions =
            {
                new EnrolmentVersion
                {
                    EnrolmentId = id,
                    PersonId = person,
                    Position = 1,
                    CourseVersionId = version.Id,
                    From = now,
                    Reason = VersionReason.Enrolled,
                },
            },
        };
}

/// <summary>Why an enrolment came to a version. Names are stored as text and never change.</summary>
public enum VersionReason
{
    Enrolled,
    CarriedOver,
}

/// <summary>One step of an enrolment's history: from when it has been on which version, and why.</summary>
public sealed class EnrolmentVersion : IOfPerson
{
    public required EnrolmentId EnrolmentId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>From 1; the highest is where the learner stands.</summary>
    public required int Position { get; init; }

    public required CourseVersionId CourseVersionId { get; init; }

    public required DateTimeOffset From { get; init; }

    public required VersionReason Reason { get; init; }

    /// <summary>When the learner was told what changed; null until then.</summary>
    public DateTimeOffset? ToldAt { get; set; }
}

/// <summary>The fact that a person marked a lesson as read; one for each lesson of an enrolment.</summary>
public sealed class LessonProgress : IOfPerson
{
    public required EnrolmentId EnrolmentId { get; init; }

    public required PersonId PersonId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}

/// <summary>
/// The fact that a person passed a quiz (xAPI <c>result.success</c>): the first attempt that did, never
/// taken back. One for each quiz of an enrolment.
/// </summary>
public sealed class Passed : IOfPerson
{
    public required EnrolmentId EnrolmentId { get; init; }

    public required PersonId PersonId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required AttemptId AttemptId { get; init; }

    public required DateTimeOffset PassedAt { get; init; }
}

public readonly record struct CompletionId(Guid Value);

/// <summary>
/// The fact that everything a version asks for was done (xAPI <c>result.completion</c>). It survives
/// new versions and is never taken back; one for each enrolment.
/// </summary>
public sealed class Completion : IOfPerson
{
    public required CompletionId Id { get; init; }

    public required EnrolmentId EnrolmentId { get; init; }

    public required PersonId PersonId { get; init; }

    public required CourseId CourseId { get; init; }

    public required CourseVersionId CourseVersionId { get; init; }

    public required DateTimeOffset CompletedAt { get; init; }
}
