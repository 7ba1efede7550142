using Lms.Domain.People;
using Lms.Domain.Territories;

namespace Lms.Web.Access;

/// <summary>
/// Who asks, with rights and scope: what the filter <c>Scope</c> of every query is fed with.
/// Closed unless something opens it.
/// </summary>
public sealed record Viewer
{
    /// <summary>Nobody: sees no person.</summary>
    public static readonly Viewer Nobody = new();

    public AccountId? Account { get; private init; }

    /// <summary>The viewer's own person.</summary>
    public PersonId? Person { get; private init; }

    public IReadOnlySet<AccessRole> Roles { get; private init; } = new HashSet<AccessRole>();

    /// <summary>Communities whose people the viewer follows.</summary>
    public IReadOnlyList<TerritoryCode> Communities { get; private init; } = [];

    /// <summary>Every territory, of any level, within those communities' scope.</summary>
    public IReadOnlyList<TerritoryCode> Territories { get; private init; } = [];

    /// <summary>
    /// Communities an auditor may read figures of; never their people. Empty when
    /// <see cref="AuditsEverything"/>.
    /// </summary>
    public IReadOnlyList<TerritoryCode> Audited { get; private init; } = [];

    public bool AuditsEverything { get; private init; }

    /// <summary>Sees the records of everyone, answers apart.</summary>
    public bool SeesEveryone { get; private init; }

    /// <summary>Sees answers too: only the product itself, at work.</summary>
    public bool SeesAnswers { get; private init; }

    /// <summary>Why the product itself looks; null for a person.</summary>
    public string? Reason { get; private init; }

    /// <summary>The sign-in of this request; null for the product itself.</summary>
    public SignInSessionId? Session { get; private init; }

    /// <summary>How that sign-in was proved.</summary>
    public SignInMeans? Means { get; private init; }

    /// <summary>When it was proved last; see <see cref="FreshSignInAttribute"/>.</summary>
    public DateTimeOffset? ProvedAt { get; private init; }

    public bool IsSignedIn => Account is not null;

    public bool Has(AccessRole role) => Roles.Contains(role);

    /// <summary>
    /// Whether the viewer follows anything within a territory that an address names: foreign and unknown
    /// alike, no.
    /// </summary>
    public bool Follows(TerritoryCode territory, TerritoryTree territories)
    {
        var within = territories.CommunitiesWithin(territory);
        return SeesEveryone ? within.Count > 0 : within.Overlaps(Communities);
    }

    /// <summary>The same of a community alone: what it lies in is none.</summary>
    public bool FollowsCommunity(TerritoryCode community, TerritoryTree territories) =>
        territories.IsCommunity(community) && Follows(community, territories);

    /// <summary>The product itself, at the work that <paramref name="reason"/> names.</summary>
    public static Viewer System(string reason) =>
        new()
        {
            SeesEveryone = true,
            SeesAnswers = true,
            Reason = reason,
        };

    /// <summary>
    /// The product at work for someone who follows <paramref name="communities"/>: sees what they
    /// would, and no answers.
    /// </summary>
    public static Viewer Following(string reason, IReadOnlyList<TerritoryCode> communities) =>
        new()
        {
            Communities = communities,
            Territories = communities,
            Reason = reason,
        };

    /// <summary>
    /// Signed in by one factor where two are wanted: has no rights and sees no person until the second
    /// is proved.
    /// </summary>
    public bool NeedsSecondFactor { get; private init; }

    /// <summary>The same viewer, come by this sign-in.</summary>
    public Viewer By(SignInSessionId session, SignInMeans means, DateTimeOffset provedAt) =>
        this with
        {
            Session = session,
            Means = means,
            ProvedAt = provedAt,
        };

    /// <summary>The same sign-in without its rights.</summary>
    public Viewer WithoutSecondFactor() =>
        new()
        {
            Account = Account,
            Session = Session,
            Means = Means,
            ProvedAt = ProvedAt,
            NeedsSecondFactor = true,
        };

    /// <summary>A signed-in account with the grants that hold on <paramref name="today"/>.</summary>
    public static Viewer Of(
        AccountId account,
        PersonId? person,
        IEnumerable<HeldGrant> grants,
        DateOnly today,
        TerritoryTree territories
    )
    {
        var held = grants.Where(grant => grant.HoldsOn(today)).ToList();
        var follows = held.Where(grant => grant.Role == AccessRole.Manager).ToList();
        var audits = held.Where(grant => grant.Role == AccessRole.Auditor).ToList();
        var within = WithinOf(follows, territories);
        return new()
        {
            Account = account,
            Person = person,
            Roles = held.Select(grant => grant.Role).ToHashSet(),
            SeesEveryone =
                held.Any(grant => grant.Role == AccessRole.Admin)
                || follows.Any(grant => grant.Territory is null),
            Communities = [.. within.Where(territories.IsCommunity)],
            Territories = within,
            AuditsEverything = audits.Any(grant => grant.Territory is null),
            Audited = [.. WithinOf(audits, territories).Where(territories.IsCommunity)],
        };
    }

    private static List<TerritoryCode> WithinOf(
        IEnumerable<HeldGrant> grants,
        TerritoryTree territories
    ) =>
        [
            .. grants
                .Where(grant => grant.Territory is not null)
                .SelectMany(grant => territories.Within(grant.Territory!.Value))
                .Distinct(),
        ];
}

/// <summary>A grant as the check of a request reads it.</summary>
public sealed record HeldGrant(
    AccessRole Role,
    TerritoryCode? Territory,
    DateOnly From,
    DateOnly? To
)
{
    /// <summary>False for a deputy's while the right that it copies does not hold.</summary>
    public bool IsBacked { get; init; } = true;

    public bool HoldsOn(DateOnly day) => IsBacked && From <= day && !(To < day);
}
