using Lms.Domain.People;
using Lms.Domain.Territories;

namespace Lms.Web.Access;

public readonly record struct RegistrationId(Guid Value);

/// <summary>
/// Someone who asks to become an account: nobody of the register until the manager of the community
/// has said yes. Read in the scope of the community.
/// </summary>
public sealed class Registration
{
    public required RegistrationId Id { get; init; }

    public required PersonName Name { get; set; }

    /// <summary>E-mail address or phone number: the name to sign in with.</summary>
    public required string Login { get; set; }

    /// <summary>Under which it is looked up; empty once decided.</summary>
    public required string NormalizedLogin { get; set; }

    public required TerritoryCode Community { get; init; }

    public string? Institution { get; init; }

    public string? StaffRole { get; init; }

    /// <summary>
    /// Empty: whoever is let in chooses a password with the invitation. Earlier releases kept one here
    /// that was chosen before anyone had looked at who asks; it opens nothing.
    /// </summary>
    public string PasswordHash { get; set; } = "";

    public required int NoticeVersion { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public AccountId? DecidedBy { get; set; }

    public RegistrationDecision? Decision { get; set; }
}

/// <summary>Names are stored as text and never change.</summary>
public enum RegistrationDecision
{
    Approved,
    Refused,
}
