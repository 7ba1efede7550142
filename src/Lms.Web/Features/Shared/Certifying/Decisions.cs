using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>About whom a manager may decide: people of their scope, and never about themselves.</summary>
public static class Decisions
{
    public const int LongestReason = 500;

    public static IQueryable<Person> Decided(this LmsDbContext db, CurrentViewer current)
    {
        var own = current.Viewer.Person;
        return db.People.Where(person =>
            person.MergedInto == null
            && person.ErasedAt == null
            && (own == null || person.Id != own)
        );
    }

    public static Task<bool> MayDecideAsync(
        this LmsDbContext db,
        CurrentViewer current,
        PersonId person
    ) => db.Decided(current).AnyAsync(one => one.Id == person);
}
