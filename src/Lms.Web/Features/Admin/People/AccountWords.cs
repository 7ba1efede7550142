using Lms.Web.Access;
using Lms.Web.Features.Admin.Audit;

namespace Lms.Web.Features.Admin.People;

/// <summary>How the log names a login that belongs to no person.</summary>
internal static class AccountWords
{
    public static string Of(AccountId account) => $"account:{AuditWords.Short(account.Value)}";

    /// <summary>The detail of an entry about an account: it has no subject without a person.</summary>
    public static string Of(Access.Account account, string detail) =>
        account.PersonId is null ? $"{Of(account.Id)} {detail}".Trim() : detail;
}
