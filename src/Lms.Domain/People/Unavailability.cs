using Lms.Domain.Shared;

namespace Lms.Domain.People;

public readonly record struct UnavailabilityId(Guid Value);

/// <summary>
/// That a person is away, from a day to a day, both included. Others see "unavailable until" alone:
/// the reason stays between the person and their manager and is never exported.
/// </summary>
public sealed class Unavailability : IOfPerson
{
    public required UnavailabilityId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    /// <summary>Erased with the person; null when none was told.</summary>
    public string? Reason { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it was called off; that day the person is back.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <param name="dayOf">The business day of an instant in the pack's time zone.</param>
    public DaySpan Days(Func<DateTimeOffset, DateOnly> dayOf)
    {
        var days = new DaySpan(From, Until);
        return EndedAt is { } ended ? days.Before(dayOf(ended)) : days;
    }
}
