using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Features.Privacy;

/// <summary>
/// What of a person's rows is not handed out: secrets, fingerprints of secrets, and how the chain of
/// the audit is tied. The list is literal, and a test holds that nothing that looks like a secret is
/// missing from it.
/// </summary>
internal static class LeftOut
{
    public static readonly IReadOnlySet<(Type Row, string Property)> All = new HashSet<(
        Type,
        string
    )>
    {
        (typeof(Access.Account), nameof(Access.Account.PasswordHash)),
        (typeof(Access.Account), nameof(Access.Account.SecurityStamp)),
        (typeof(Access.Account), nameof(Access.Account.ConcurrencyStamp)),
        (typeof(Access.Account), nameof(Access.Account.TotpSecret)),
        (typeof(Access.Account), nameof(Access.Account.LastTotpStep)),
        // Made of the name: they say no more.
        (typeof(Person), nameof(Person.SearchName)),
        (typeof(Person), nameof(Person.SortKey)),
        (typeof(CalendarFeed), nameof(CalendarFeed.TokenHash)),
        (typeof(RecoveryCode), nameof(RecoveryCode.Hash)),
        (typeof(AccessTicket), nameof(AccessTicket.Hash)),
        (typeof(CalendarFeed), nameof(CalendarFeed.TokenHash)),
        (typeof(Registration), nameof(Registration.PasswordHash)),
        (typeof(AuditEntry), nameof(AuditEntry.PreviousHash)),
        (typeof(AuditEntry), nameof(AuditEntry.Hash)),
        // The words of a letter may hold a link that lets its bearer in.
        (typeof(OutgoingMail), nameof(OutgoingMail.Body)),
        (typeof(IdentityUserToken<AccountId>), nameof(IdentityUserToken<AccountId>.Value)),
        (typeof(IdentityUserLogin<AccountId>), nameof(IdentityUserLogin<AccountId>.ProviderKey)),
        (
            typeof(IdentityUserPasskey<AccountId>),
            nameof(IdentityUserPasskey<AccountId>.CredentialId)
        ),
        (typeof(IdentityPasskeyData), nameof(IdentityPasskeyData.PublicKey)),
        (typeof(IdentityPasskeyData), nameof(IdentityPasskeyData.AttestationObject)),
        (typeof(IdentityPasskeyData), nameof(IdentityPasskeyData.ClientDataJson)),
    };

    public static bool Has(Type row, string property) => All.Contains((row, property));
}
