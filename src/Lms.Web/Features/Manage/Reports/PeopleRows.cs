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
    public static ReportRows Of(
        ReportReader reader,
        Func<IReadOnlyList<PersonLine>, Task<IReadOnlyList<ReportCell[]>>> rows
    )
    {
        var people = Found(reader);
        return new(people.CountAsync, (skip, take) => Stream(people, skip, take, rows));
    }

    private static IQueryable<Person> Found(ReportReader reader)
    {
        var people = reader.Scope.PeopleOf(reader.Db);
        var typed = NameKeys.Fold(reader.Choice.Query);
        return typed.Length == 0
            ? people
            : people.Where(person => person.SearchName.StartsWith(typed));
    }

    // Who they are is read once, in order; what is told of them some thousand at a time. To skip in the
    // database what was read before would read it again each time.
    private static async IAsyncEnumerable<ReportCell[]> Stream(
        IQueryable<Person> people,
        int skip,
        int take,
        Func<IReadOnlyList<PersonLine>, Task<IReadOnlyList<ReportCell[]>>> rows,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        IQueryable<Person> part = people
            .OrderBy(person => person.SortKey)
            .ThenBy(person => person.Id);
        part = skip > 0 ? part.Skip(skip) : part;
        var ids = await part.Take(take).Select(person => person.Id).ToListAsync(cancel);
        foreach (var some in ids.Chunk(Chunk))
        {
            var lines = await people
                .Where(person => some.Contains(person.Id))
                .Select(person => new PersonLine(person.Id, person.Name, person.Community))
                .AsNoTracking()
                .ToDictionaryAsync(line => line.Id, cancel);
            // Who has left the scope since is told of no more.
            foreach (
                var row in await rows([.. some.Where(lines.ContainsKey).Select(id => lines[id])])
            )
            {
                yield return row;
            }
        }
    }
}
