using System.Collections.Frozen;
using Lms.Domain.Competences;
using Lms.Domain.People;
using Lms.Domain.Territories;

namespace Lms.Domain.Requirements;

/// <summary>What conditions are read against: the pack's territories, levels and profiles.</summary>
public sealed record RequirementGround(
    TerritoryTree Territories,
    CompetenceFramework Competences,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Profiles
)
{
    /// <summary>The roles whose required levels reach every level of the profile; none when it is not known.</summary>
    public IReadOnlySet<string> RolesNeeding(string profile) =>
        Profiles.TryGetValue(profile, out var levels)
            ? Competences
                .RequiredLevels.Where(role =>
                    levels.All(level => role.Value.GetValueOrDefault(level.Key) >= level.Value)
                )
                .Select(role => role.Key)
                .ToHashSet()
            : FrozenSet<string>.Empty;
}

/// <summary>Requirements made ready once, then asked of many people. Both ways ask the same question.</summary>
public sealed class Memberships
{
    private readonly List<ReadyRequirement> ready;

    public Memberships(IEnumerable<Requirement> requirements, RequirementGround ground) =>
        ready = [.. requirements.Select(one => new ReadyRequirement(one, ground))];

    /// <summary>The requirements that hold for a person.</summary>
    public IReadOnlyList<Membership> Of(PersonFacts person, DateOnly day) =>
        [.. ready.Select(one => one.Of(person, day)).OfType<Membership>()];

    /// <summary>Whether one of the requirements holds for a person.</summary>
    public bool Has(RequirementId requirement, PersonFacts person, DateOnly day)
    {
        foreach (var one in ready)
        {
            if (one.Id == requirement)
            {
                return one.Of(person, day) is not null;
            }
        }

        return false;
    }

    /// <summary>The people of each requirement, in their order.</summary>
    public ILookup<RequirementId, Membership> Of(IEnumerable<PersonFacts> people, DateOnly day) =>
        people.SelectMany(person => Of(person, day)).ToLookup(membership => membership.Requirement);
}

/// <summary>A requirement with its sets looked up.</summary>
internal sealed class ReadyRequirement
{
    private readonly Requirement requirement;
    private readonly FrozenSet<string> roles;
    private readonly FrozenSet<string> institutions;
    private readonly FrozenDictionary<TerritoryCode, TerritoryCode> communities;

    public ReadyRequirement(Requirement requirement, RequirementGround ground)
    {
        this.requirement = requirement;
        var who = requirement.Who;
        roles = Roles(who, ground);
        institutions = who.Institutions.ToFrozenSet();
        communities = who
            .Territories.SelectMany(within =>
                ground.Territories.CommunitiesWithin(within).Select(one => (one, within))
            )
            .DistinctBy(pair => pair.one)
            .ToFrozenDictionary(pair => pair.one, pair => pair.within);
    }

    public RequirementId Id => requirement.Id;

    /// <summary>Null when it does not hold for the person.</summary>
    public Membership? Of(PersonFacts person, DateOnly day)
    {
        var who = requirement.Who;
        var why = new List<MembershipReason>();
        var isAsked =
            HasPost(person, day, why)
            && IsInTerritory(person, day, why)
            && WasHired(person, why)
            && who.Holds.All(code => Add(why, new MembershipReason.Holds(code), Has(code)))
            && who.Lacks.All(code => Add(why, new MembershipReason.Lacks(code), !Has(code)));
        if (!isAsked)
        {
            return null;
        }

        if (why.Count == 0)
        {
            why.Add(new MembershipReason.Everyone());
        }

        return new(requirement.Id, person.Person, why);

        bool Has(string code) =>
            person.Certifications.Any(held =>
                held.Code == code && Shared.DaySpans.Have(held.Days, day)
            );
    }

    private bool HasPost(PersonFacts person, DateOnly day, List<MembershipReason> why)
    {
        var (asksRole, asksPlace) = (AsksRole, requirement.Who.Institutions.Count > 0);
        if (!asksRole && !asksPlace)
        {
            return true;
        }

        HeldPost? post = null;
        foreach (var one in person.Posts)
        {
            if (
                one.Days.Has(day)
                && (!asksRole || roles.Contains(one.StaffRole))
                && (!asksPlace || institutions.Contains(one.Institution))
                && (post is null || one.Days.From < post.Days.From)
            )
            {
                post = one;
            }
        }

        return post is not null
            && Add(
                why,
                new MembershipReason.HasPost(
                    post.StaffRole,
                    post.Institution,
                    post.Days.From,
                    requirement.Who.Profile
                ),
                true
            );
    }

    private bool IsInTerritory(PersonFacts person, DateOnly day, List<MembershipReason> why)
    {
        if (requirement.Who.Territories.Count == 0)
        {
            return true;
        }

        if (communities.TryGetValue(person.Community, out var own))
        {
            return Add(why, new MembershipReason.InTerritory(person.Community, own, false), true);
        }

        foreach (var area in person.Areas.Where(area => area.Days.Has(day)))
        {
            if (communities.TryGetValue(area.Community, out var within))
            {
                return Add(
                    why,
                    new MembershipReason.InTerritory(area.Community, within, true),
                    true
                );
            }
        }

        return false;
    }

    private bool WasHired(PersonFacts person, List<MembershipReason> why) =>
        requirement.Who.HiredSince is not { } since
        || person.Hired is { } hired
            && Add(why, new MembershipReason.HiredOn(hired), hired >= since);

    private bool AsksRole =>
        requirement.Who.StaffRoles.Count > 0 || requirement.Who.Profile is not null;

    private static FrozenSet<string> Roles(Conditions who, RequirementGround ground)
    {
        var needing = who.Profile is { } profile ? ground.RolesNeeding(profile) : null;
        return needing is null ? who.StaffRoles.ToFrozenSet()
            : who.StaffRoles.Count == 0 ? needing.ToFrozenSet()
            : who.StaffRoles.Where(needing.Contains).ToFrozenSet();
    }

    private static bool Add(List<MembershipReason> why, MembershipReason reason, bool isSo)
    {
        if (isSo)
        {
            why.Add(reason);
        }

        return isSo;
    }
}
