namespace Lms.Domain.People;

public readonly record struct PostId(Guid Value);

/// <summary>
/// A person's place in an institution in one staff role, from a day to a day (both included;
/// open when <see cref="To"/> is null). History stays.
/// </summary>
public sealed class Post : IOfPerson
{
    public required PostId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Institution { get; init; }

    /// <summary>A code of the pack's staff roles: the job in the mechanism, not a right.</summary>
    public required string StaffRole { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }
}
