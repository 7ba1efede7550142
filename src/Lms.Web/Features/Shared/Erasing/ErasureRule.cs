using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>What happens to the rows of one kind when their person is erased.</summary>
/// <param name="Why">What stays, and the reason; empty when the rows go whole.</param>
public sealed record ErasureRule(
    Type Row,
    string Why,
    Func<LmsDbContext, Footprint, CancellationToken, Task> ApplyAsync
)
{
    public static ErasureRule Delete<T>()
        where T : class, IOfPerson =>
        Delete<T>((db, who) => db.Set<T>().Where(row => who.People.Contains(row.PersonId)));

    public static ErasureRule DeleteOfAccount<T>()
        where T : class, IOfAccount =>
        Delete<T>((db, who) => db.Set<T>().Where(row => who.Accounts.Contains(row.AccountId)));

    public static ErasureRule Delete<T>(Func<LmsDbContext, Footprint, IQueryable<T>> rows)
        where T : class =>
        new(typeof(T), "", (db, who, cancel) => rows(db, who).ExecuteDeleteAsync(cancel));

    public static ErasureRule Change<T>(
        string why,
        Func<IQueryable<T>, Footprint, CancellationToken, Task> change
    )
        where T : class, IOfPerson =>
        new(
            typeof(T),
            why,
            (db, who, cancel) =>
                change(db.Set<T>().Where(row => who.People.Contains(row.PersonId)), who, cancel)
        );

    public static ErasureRule Keep<T>(string why)
        where T : class => new(typeof(T), why, (_, _, _) => Task.CompletedTask);
}
