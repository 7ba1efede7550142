using System.Runtime.CompilerServices;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Features.Shared.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports;

public sealed record PersonLine(PersonId Id, PersonName Name, TerritoryCode Community);

/// <summary>
/// Rows of people in the order of their names, some thousand at a time: the register of a country
/// passes through, and is never whole in memory.
/// </summary>
internal static class PeopleRows
{
    private const int Chunk = 2_000;

    /// <param name="rows">The rows of some people, in their order.</param>
    public static async Task<ReportRows> ReadAsync(
        ReportReader reader,
        Func<IReadOnlyList<PersonLine>, Task<IReadOnlyList<ReportCell[]>>> rows,
        CancellationToken cancel
    )
    {
        var people = Found(reader);
        var count = await people.CountAsync(cancel);
        return new(count, (skip, take) => Stream(people, skip, Math.Min(take, count), rows));
    }

    private static IQueryable<Person> Found(ReportReader reader)
    {
        var people = reader.Scope.PeopleOf(reader.Db);
        var typed = NameKeys.Fold(reader.Choice.Query);
        return typed.Length == 0
            ? people
            : people.Where(person => person.SearchName.StartsWith(typed));
    }

    private static async IAsyncEnumerable<ReportCell[]> Stream(
        IQueryable<Person> people,
        int skip,
        int take,
        Func<IReadOnlyList<PersonLine>, Task<IReadOnlyList<ReportCell[]>>> rows,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        while (take > 0)
        {
            var lines = await people
                .OrderBy(person => person.SortKey)
                .ThenBy(person => person.Id)
                .Skip(skip)
                .Take(Math.Min(take, Chunk))
                .Select(person => new PersonLine(person.Id, person.Name, person.Community))
                .AsNoTracking()
                .ToListAsync(cancel);
            if (lines.Count == 0)
            {
                yield break;
            }

            foreach (var row in await rows(lines))
            {
                yield return row;
            }

            (skip, take) = (skip + lines.Count, take - lines.Count);
        }
    }
}
