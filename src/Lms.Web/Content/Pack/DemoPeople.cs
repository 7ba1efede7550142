using Lms.Domain.People;
using Lms.Domain.Territories;

namespace Lms.Web.Content.Pack;

/// <summary>Invented people of a demonstration.</summary>
/// <param name="Password">Of every account.</param>
/// <param name="People">Generated people beside the accounts.</param>
public sealed record DemoPeople(string Password, int People, IReadOnlyList<DemoAccount> Accounts);

public sealed record DemoAccount
{
    public required string Email { get; init; }

    /// <summary>An access role: specialist, trainer, author, manager, auditor or admin.</summary>
    public required string Role { get; init; }

    public required PersonName Name { get; init; }

    public string NameEn { get; init; } = "";

    /// <summary>The community the person works for.</summary>
    public required TerritoryCode Territory { get; init; }

    public IReadOnlyList<string> StaffRoles { get; init; } = [];

    public string? Institution { get; init; }

    /// <summary>What a manager or auditor sees; null: the whole register.</summary>
    public TerritoryCode? Scope { get; init; }
}
