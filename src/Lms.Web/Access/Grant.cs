using Lms.Domain.Territories;

namespace Lms.Web.Access;

public readonly record struct GrantId(Guid Value);

/// <summary>
/// A right of an account within a territory, from a day to a day (both included). No territory means
/// the whole register.
/// </summary>
public sealed class Grant
{
    public required GrantId Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required AccessRole Role { get; init; }

    public TerritoryCode? Territory { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }

    /// <summary>Whose deputy it makes the account, for these days; null for a right of its own.</summary>
    public AccountId? DeputyOf { get; init; }
}
