using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;

namespace Lms.Web.Features.Admin.People;

/// <summary>A person of the register or a login that is nobody's, as an administrator sees one.</summary>
/// <param name="Place">Surrogate of the person; of the account when there is no person.</param>
public sealed record Card(Guid Place, CardPerson? Person, CardAccount? Account);

/// <param name="Certificates">Issued so far: a new name does not change them.</param>
/// <param name="MergedInto">The entry that this one turned out to be.</param>
public sealed record CardPerson(
    PersonId Id,
    PersonName Name,
    string LatinName,
    TerritoryCode Community,
    int Certificates,
    PersonId? MergedInto,
    bool IsErased,
    IReadOnlyList<Post> Posts,
    IReadOnlyList<CardMerge> Merges
);

/// <summary>An entry that was merged into this one and can be parted from it again.</summary>
public sealed record CardMerge(PersonMergeId Id, PersonId Person, string Name, DateTimeOffset At);

/// <param name="SeenAt">Of the sessions kept; null when there is none.</param>
public sealed record CardAccount(
    AccountId Id,
    string Login,
    DateTimeOffset? DeactivatedAt,
    bool HasSecondFactor,
    DateTimeOffset? SeenAt,
    int Sessions,
    IReadOnlyList<CardGrant> Grants
);

/// <param name="DeputyOf">The name of whose deputy the right makes the account.</param>
public sealed record CardGrant(Grant Grant, string? DeputyOf)
{
    public bool IsOver(DateOnly today) => Grant.To < today;
}
