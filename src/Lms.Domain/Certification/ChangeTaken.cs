using Lms.Domain.Courses;
using Lms.Domain.People;

namespace Lms.Domain.Certification;

/// <summary>
/// That a certified person took what a major version changed: its blocks and their questions. One for
/// each person and version.
/// </summary>
public sealed class ChangeTaken : IOfPerson
{
    public required PersonId PersonId { get; init; }

    public required CourseVersionId CourseVersionId { get; init; }

    public required DateTimeOffset TakenAt { get; init; }
}
