using Lms.Web.Access;

namespace Lms.Web.Features.Admin.People;

/// <summary>Somebody must always be able to come in: the last administrator stays one.</summary>
public static class LastAdministrator
{
    /// <summary>Whether, without <paramref name="lost"/>, nobody would be an administrator as long.</summary>
    /// <param name="lost">The right to be ended.</param>
    /// <param name="others">Rights of accounts that are open.</param>
    public static bool Is(Grant lost, IEnumerable<Grant> others, DateOnly today) =>
        Holds(lost, today)
        && !others.Any(other =>
            other.AccountId != lost.AccountId
            && Holds(other, today)
            && (other.To is null || other.To >= lost.To)
        );

    private static bool Holds(Grant grant, DateOnly today) =>
        grant.Role == AccessRole.Admin && grant.From <= today && !(grant.To < today);
}
