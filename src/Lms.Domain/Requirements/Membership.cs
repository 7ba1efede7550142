using Lms.Domain.People;
using Lms.Domain.Territories;

namespace Lms.Domain.Requirements;

/// <summary>That a requirement holds for a person on a day, and why: in the order of its conditions.</summary>
public sealed record Membership(
    RequirementId Requirement,
    PersonId Person,
    IReadOnlyList<MembershipReason> Why
);

/// <summary>"Why me": one for each kind of condition.</summary>
public abstract record MembershipReason
{
    private MembershipReason() { }

    /// <summary>There are no conditions.</summary>
    public sealed record Everyone : MembershipReason;

    /// <param name="Profile">That the role needs; null when the requirement names none.</param>
    public sealed record HasPost(
        string StaffRole,
        string Institution,
        DateOnly Since,
        string? Profile
    ) : MembershipReason;

    /// <param name="Community">Where the person is.</param>
    /// <param name="Within">The territory of the requirement.</param>
    /// <param name="IsShared">By a service area, not by the person's own community.</param>
    public sealed record InTerritory(TerritoryCode Community, TerritoryCode Within, bool IsShared)
        : MembershipReason;

    public sealed record HiredOn(DateOnly Day) : MembershipReason;

    public sealed record Holds(string Certification) : MembershipReason;

    public sealed record Lacks(string Certification) : MembershipReason;
}
