using System.Reflection;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lms.Web.Features.Privacy;

/// <summary>
/// Which rows of which tables are a person's, asked of the model itself: a table that says whose its
/// rows are is never forgotten.
/// </summary>
internal static class PersonRows
{
    // Tables that do not say it by their type.
    private static readonly Dictionary<
        Type,
        Func<LmsDbContext, Footprint, IQueryable<object>>
    > Others = new()
    {
        [typeof(Person)] = (db, who) => db.People.Where(row => who.People.Contains(row.Id)),
        [typeof(Access.Account)] = (db, who) =>
            db.Accounts.Where(row => who.Accounts.Contains(row.Id)),
        [typeof(Grant)] = (db, who) => db.Grants.Where(row => who.Accounts.Contains(row.AccountId)),
        [typeof(CourseTrainer)] = (db, who) =>
            db.CourseTrainers.Where(row => who.Accounts.Contains(row.AccountId)),
        [typeof(Registration)] = (db, who) =>
            db.Registrations.Where(row =>
                who.Logins.Contains(row.Login) || who.Logins.Contains(row.NormalizedLogin)
            ),
        [typeof(OutgoingMail)] = (db, who) =>
            db.OutgoingMail.Where(row => who.Logins.Contains(row.To)),
        [typeof(LiveEvent)] = (db, who) =>
            db.LiveEvents.Where(row => row.By != null && who.People.Contains(row.By.Value)),
        [typeof(AuditEntry)] = (db, who) =>
            db.Audit.Where(row =>
                (row.Subject != null && who.People.Contains(row.Subject.Value))
                || (row.Actor != null && who.Accounts.Contains(row.Actor.Value))
            ),
        [typeof(IdentityUserClaim<AccountId>)] = (db, who) =>
            db.UserClaims.Where(row => who.Accounts.Contains(row.UserId)),
        [typeof(IdentityUserLogin<AccountId>)] = (db, who) =>
            db.UserLogins.Where(row => who.Accounts.Contains(row.UserId)),
        [typeof(IdentityUserToken<AccountId>)] = (db, who) =>
            db.UserTokens.Where(row => who.Accounts.Contains(row.UserId)),
        [typeof(IdentityUserPasskey<AccountId>)] = (db, who) =>
            db.Set<IdentityUserPasskey<AccountId>>()
                .Where(row => who.Accounts.Contains(row.UserId)),
    };

    public static IEnumerable<IEntityType> Kinds(IModel model) =>
        model
            .GetEntityTypes()
            .Where(type => !type.IsOwned() && IsPersonal(type.ClrType))
            .OrderBy(type => NameOf(type.ClrType), StringComparer.Ordinal);

    public static IQueryable<object> Of(LmsDbContext db, Type kind, Footprint who) =>
        Others.TryGetValue(kind, out var rows) ? rows(db, who)
        : typeof(IOfPerson).IsAssignableFrom(kind) ? Invoke(nameof(OfPerson), kind, db, who)
        : Invoke(nameof(OfAccount), kind, db, who);

    /// <summary>As the table is called in the archive.</summary>
    public static string NameOf(Type kind) =>
        kind.Name.Split('`')[0].Replace("IdentityUser", "Account", StringComparison.Ordinal);

    private static bool IsPersonal(Type kind) =>
        Others.ContainsKey(kind)
        || typeof(IOfPerson).IsAssignableFrom(kind)
        || typeof(IOfAccount).IsAssignableFrom(kind);

    private static IQueryable<object> Invoke(
        string method,
        Type kind,
        LmsDbContext db,
        Footprint who
    ) =>
        (IQueryable<object>)
            typeof(PersonRows)
                .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(kind)
                .Invoke(null, [db, who])!;

    private static IQueryable<object> OfPerson<T>(LmsDbContext db, Footprint who)
        where T : class, IOfPerson => db.Set<T>().Where(row => who.People.Contains(row.PersonId));

    private static IQueryable<object> OfAccount<T>(LmsDbContext db, Footprint who)
        where T : class, IOfAccount =>
        db.Set<T>().Where(row => who.Accounts.Contains(row.AccountId));
}
