using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>The ways in, the rights, and what was written to or about the logins.</summary>
internal static class AccountRules
{
    public static readonly IReadOnlyList<ErasureRule> All =
    [
        ErasureRule.DeleteOfAccount<SignInSession>(),
        ErasureRule.DeleteOfAccount<RecoveryCode>(),
        ErasureRule.DeleteOfAccount<AccessTicket>(),
        ErasureRule.DeleteOfAccount<SavedReport>(),
        // A deputy's right ends with the right it stands in for.
        ErasureRule.Delete<Grant>(
            (db, who) =>
                db.Grants.Where(grant =>
                    who.Accounts.Contains(grant.AccountId)
                    || (grant.DeputyOf != null && who.Accounts.Contains(grant.DeputyOf.Value))
                )
        ),
        ErasureRule.Delete<CourseTrainer>(
            (db, who) =>
                db.CourseTrainers.Where(trainer => who.Accounts.Contains(trainer.AccountId))
        ),
        ErasureRule.Delete<IdentityUserClaim<AccountId>>(
            (db, who) => db.UserClaims.Where(claim => who.Accounts.Contains(claim.UserId))
        ),
        ErasureRule.Delete<IdentityUserLogin<AccountId>>(
            (db, who) => db.UserLogins.Where(login => who.Accounts.Contains(login.UserId))
        ),
        ErasureRule.Delete<IdentityUserToken<AccountId>>(
            (db, who) => db.UserTokens.Where(token => who.Accounts.Contains(token.UserId))
        ),
        ErasureRule.Delete<IdentityUserPasskey<AccountId>>(
            (db, who) =>
                db.Set<IdentityUserPasskey<AccountId>>()
                    .Where(passkey => who.Accounts.Contains(passkey.UserId))
        ),
        ErasureRule.Delete<Access.Account>(
            (db, who) => db.Accounts.Where(account => who.Accounts.Contains(account.Id))
        ),
        new(typeof(Registration), "", RegistrationsAsync),
        new(typeof(OutgoingMail), "", LettersAsync),
        ErasureRule.Keep<AuditEntry>("who did what, by surrogates alone: the chain stays whole"),
    ];

    private static async Task RegistrationsAsync(
        LmsDbContext db,
        Footprint who,
        CancellationToken cancel
    )
    {
        await db
            .Registrations.Where(one =>
                who.Logins.Contains(one.Login) || who.Logins.Contains(one.NormalizedLogin)
            )
            .ExecuteDeleteAsync(cancel);
        // A request that was approved keeps the name it was made under, whatever the person is called now.
        var approved = await db
            .Audit.Where(entry =>
                entry.Action == AuditAction.RegistrationApproved
                && entry.Subject != null
                && who.People.Contains(entry.Subject.Value)
            )
            .Select(entry => entry.Detail)
            .ToListAsync(cancel);
        var ids = approved.ConvertAll(id => new RegistrationId(Guid.Parse(id)));
        await db.Registrations.Where(one => ids.Contains(one.Id)).ExecuteDeleteAsync(cancel);
        foreach (var name in who.Names)
        {
            // Decided ones of someone of the same name are of no use to anyone either.
            await db
                .Registrations.Where(one =>
                    one.DecidedAt != null
                    && one.Name.Family == name.Family
                    && one.Name.Given == name.Given
                    && one.Name.Patronymic == name.Patronymic
                )
                .ExecuteDeleteAsync(cancel);
        }
    }

    private static async Task LettersAsync(LmsDbContext db, Footprint who, CancellationToken cancel)
    {
        await db
            .OutgoingMail.Where(mail => who.Logins.Contains(mail.To))
            .ExecuteDeleteAsync(cancel);
        foreach (var word in who.WholeNames.Concat(who.Logins))
        {
            await db
                .OutgoingMail.Where(mail => mail.Subject.Contains(word) || mail.Body.Contains(word))
                .ExecuteDeleteAsync(cancel);
        }
    }
}
