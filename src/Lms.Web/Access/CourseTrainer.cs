using Lms.Domain.Courses;

namespace Lms.Web.Access;

/// <summary>
/// A trainer's course: whose answers they mark and whose statistics they read. From a day to a day,
/// both included.
/// </summary>
public sealed class CourseTrainer
{
    public required CourseId CourseId { get; init; }

    public required AccountId AccountId { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }
}
