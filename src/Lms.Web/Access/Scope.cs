using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Reports;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Data;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Access;

/// <summary>
/// The named query filter <c>Scope</c>: one place where it is decided which rows about people a
/// viewer may read. A test holds that no entity about a person is without it.
/// </summary>
public static class Scope
{
    public const string Filter = "Scope";

    public static void Apply(ModelBuilder model, LmsDbContext db)
    {
        model
            .Entity<Person>()
            .HasQueryFilter(
                Filter,
                person =>
                    EF.Parameter(db.ScopeEveryone) != null
                    || person.Id == db.ScopePerson
                    || (
                        EF.Parameter(db.ScopeFollowed) != null
                        && db.ScopeCommunities.Contains(person.Community)
                    )
            );
        model
            .Entity<Account>()
            .HasQueryFilter(
                Filter,
                account => EF.Parameter(db.ScopeEveryone) != null || account.Id == db.ScopeAccount
            );
        model
            .Entity<Grant>()
            .HasQueryFilter(
                Filter,
                grant =>
                    EF.Parameter(db.ScopeEveryone) != null || grant.AccountId == db.ScopeAccount
            );
        model
            .Entity<AuditEntry>()
            .HasQueryFilter(Filter, _ => EF.Parameter(db.ScopeEveryone) != null);
        model
            .Entity<OutgoingMail>()
            .HasQueryFilter(Filter, _ => EF.Parameter(db.ScopeEveryone) != null);

        model
            .Entity<Registration>()
            .HasQueryFilter(
                Filter,
                one =>
                    EF.Parameter(db.ScopeEveryone) != null
                    || (
                        EF.Parameter(db.ScopeFollowed) != null
                        && db.ScopeCommunities.Contains(one.Community)
                    )
            );

        model
            .Entity<StandingReport>()
            .HasQueryFilter(
                Filter,
                report =>
                    EF.Parameter(db.ScopeEveryone) != null
                    || db.ScopeTerritories.Contains(report.Territory)
            );
        model
            .Entity<RegisteredRequirement>()
            .HasQueryFilter(
                Filter,
                one =>
                    EF.Parameter(db.ScopeEveryone) != null
                    || (one.Within != null && db.ScopeTerritories.Contains(one.Within.Value))
            );
        // What people said in a room is read by the product alone, which knows their role in it.
        model
            .Entity<LiveEvent>()
            .HasQueryFilter(
                Filter,
                one => EF.Parameter(db.ScopeAnswers) != null || one.By == db.ScopePerson
            );
        model
            .Entity<PeopleImport>()
            .HasQueryFilter(
                Filter,
                import => EF.Parameter(db.ScopeEveryone) != null || import.By == db.ScopeActor
            );

        foreach (var type in model.Model.GetEntityTypes().Select(entity => entity.ClrType))
        {
            if (typeof(IOfAccount).IsAssignableFrom(type))
            {
                typeof(Scope)
                    .GetMethod(
                        nameof(OwnAccountOnly),
                        System.Reflection.BindingFlags.NonPublic
                            | System.Reflection.BindingFlags.Static
                    )!
                    .MakeGenericMethod(type)
                    .Invoke(null, [model, db]);
            }

            if (typeof(IOfCommunity).IsAssignableFrom(type))
            {
                typeof(Scope)
                    .GetMethod(
                        nameof(CommunityOnly),
                        System.Reflection.BindingFlags.NonPublic
                            | System.Reflection.BindingFlags.Static
                    )!
                    .MakeGenericMethod(type)
                    .Invoke(null, [model, db]);
            }

            if (typeof(IOfPerson).IsAssignableFrom(type))
            {
                var shape = typeof(IPrivateToPerson).IsAssignableFrom(type)
                    ? nameof(OwnOnly)
                    : nameof(OwnOrFollowed);
                typeof(Scope)
                    .GetMethod(
                        shape,
                        System.Reflection.BindingFlags.NonPublic
                            | System.Reflection.BindingFlags.Static
                    )!
                    .MakeGenericMethod(type)
                    .Invoke(null, [model, db]);
            }
        }
    }

    private static void OwnAccountOnly<T>(ModelBuilder model, LmsDbContext db)
        where T : class, IOfAccount =>
        model
            .Entity<T>()
            .HasQueryFilter(
                Filter,
                row => EF.Parameter(db.ScopeEveryone) != null || row.AccountId == db.ScopeAccount
            );

    private static void CommunityOnly<T>(ModelBuilder model, LmsDbContext db)
        where T : class, IOfCommunity =>
        model
            .Entity<T>()
            .HasQueryFilter(
                Filter,
                row =>
                    EF.Parameter(db.ScopeEveryone) != null
                    || db.ScopeCommunities.Contains(row.Community)
            );

    private static void OwnOnly<T>(ModelBuilder model, LmsDbContext db)
        where T : class, IPrivateToPerson =>
        model
            .Entity<T>()
            .HasQueryFilter(
                Filter,
                row => EF.Parameter(db.ScopeAnswers) != null || row.PersonId == db.ScopePerson
            );

    private static void OwnOrFollowed<T>(ModelBuilder model, LmsDbContext db)
        where T : class, IOfPerson =>
        model
            .Entity<T>()
            .HasQueryFilter(
                Filter,
                row =>
                    EF.Parameter(db.ScopeEveryone) != null
                    || row.PersonId == db.ScopePerson
                    || (
                        EF.Parameter(db.ScopeFollowed) != null
                        && db.People.Any(person => person.Id == row.PersonId)
                    )
            );
}
