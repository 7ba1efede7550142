using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Certification;

public readonly record struct WaiverId(Guid Value);

/// <summary>
/// Credit without taking, for prior learning or another reason (cmi5 <em>waived</em>): of a whole
/// certification, or of one course of its paths.
/// </summary>
public sealed class Waiver : IOfPerson
{
    public required WaiverId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Code of a certification; null when a course is waived.</summary>
    public string? Certification { get; init; }

    /// <summary>Slug of a course; null when a certification is waived.</summary>
    public string? Course { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null when it does not end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>1 to 500 characters; erased with the person.</summary>
    public required string Reason { get; set; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Null for an administrator who is nobody of the register; the audit names the account.</summary>
    public PersonId? GivenBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The days on which it holds; from the day of the withdrawal on it does not.</summary>
    /// <param name="dayOf">The business day of an instant in the pack's time zone.</param>
    public DaySpan Days(Func<DateTimeOffset, DateOnly> dayOf)
    {
        var days = DaySpan.Of(From, Until);
        return WithdrawnAt is { } withdrawn ? days.Before(dayOf(withdrawn)) : days;
    }

    /// <summary>The step it stands for; null when it waives a certification, or holds on no day.</summary>
    public StepDone? Step(Func<DateTimeOffset, DateOnly> dayOf) =>
        Course is { } slug && !Days(dayOf).IsEmpty ? new(new PathStep.Course(slug), From) : null;
}
