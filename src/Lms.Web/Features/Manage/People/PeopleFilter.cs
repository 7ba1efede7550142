using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People;

/// <summary>What the list of people is narrowed to; each part empty for everything.</summary>
/// <param name="Query">Beginning of a surname, or of the whole name.</param>
/// <param name="Community">Its code, as are <paramref name="Role"/> and <paramref name="Institution"/>.</param>
public sealed record PeopleFilter(string Query, string Community, string Role, string Institution)
{
    private const string BehindEveryName = "\U0010FFFF";

    public bool IsEmpty =>
        Query.Length == 0 && Community.Length == 0 && Role.Length == 0 && Institution.Length == 0;

    public static PeopleFilter Of(
        string? query,
        string? community,
        string? role,
        string? institution
    ) => new(query?.Trim() ?? "", community ?? "", role ?? "", institution ?? "");

    /// <summary>People in the scope who are neither merged away nor erased, narrowed on the database.</summary>
    /// <param name="today">Posts count that are held on this day.</param>
    public IQueryable<Person> Of(LmsDbContext db, DateOnly today)
    {
        var people = db.People.Where(one => one.MergedInto == null && one.ErasedAt == null);
        if (Community.Length > 0)
        {
            var community = new Domain.Territories.TerritoryCode(Community);
            people = people.Where(one => one.Community == community);
        }

        if (Role.Length > 0 || Institution.Length > 0)
        {
            people = people.Where(one =>
                db.Posts.Any(post =>
                    post.PersonId == one.Id
                    && (Role == "" || post.StaffRole == Role)
                    && (Institution == "" || post.Institution == Institution)
                    && post.From <= today
                    && (post.To == null || post.To >= today)
                )
            );
        }

        return Query.Length == 0 ? people : Named(db, people);
    }

    public QueryBuilder Address()
    {
        var query = new QueryBuilder();
        Add(query, "q", Query);
        Add(query, "community", Community);
        Add(query, "role", Role);
        Add(query, "institution", Institution);
        return query;
    }

    public static void Add(QueryBuilder query, string key, string value)
    {
        if (value.Length > 0)
        {
            query.Add(key, value);
        }
    }

    // SQLite compares bytes, and so a beginning is a range of its index; PostgreSQL compares as its
    // collation does, where it is none.
    private IQueryable<Person> Named(LmsDbContext db, IQueryable<Person> people)
    {
        var from = NameKeys.Fold(Query);
        if (db.Database.IsSqlite())
        {
            var to = from + BehindEveryName;
#pragma warning disable CA1309 // It becomes SQL, where the column's collation compares.
            return people.Where(one =>
                string.Compare(one.SearchName, from) >= 0 && string.Compare(one.SearchName, to) < 0
            );
#pragma warning restore CA1309
        }

        var pattern = $"{Escaped(from)}%";
        return people.Where(one => EF.Functions.Like(one.SearchName, pattern, "\\"));
    }

    private static string Escaped(string words) =>
        words
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
