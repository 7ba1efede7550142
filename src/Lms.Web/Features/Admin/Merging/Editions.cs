using System.Text.Json;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>
/// Two enrolments of one person in one course become editions of it, each with its attempts. The one
/// that is complete stands, else the one with more done, else the older: it gets the highest number,
/// where the learner goes on.
/// </summary>
internal static class Editions
{
    /// <summary>Courses that both are enrolled in.</summary>
    public static async Task<IReadOnlyList<CourseId>> SharedAsync(
        LmsDbContext db,
        PersonId one,
        PersonId other
    ) =>
        [
            .. (await ReadAsync(db, one, other))
                .GroupBy(row => row.Course)
                .Where(rows => rows.Select(row => row.Person).Distinct().Count() > 1)
                .Select(rows => rows.Key),
        ];

    /// <summary>Numbers them anew.</summary>
    /// <returns>Those that got another number, with the number before: [id, number].</returns>
    public static async Task<IReadOnlyList<string>> ArrangeAsync(
        LmsDbContext db,
        PersonId from,
        PersonId into
    )
    {
        var shared = await SharedAsync(db, from, into);
        var changes = (await ReadAsync(db, from, into))
            .Where(row => shared.Contains(row.Course))
            .GroupBy(row => row.Course)
            .SelectMany(rows =>
                rows.OrderBy(row => row.IsComplete)
                    .ThenBy(row => row.Done)
                    .ThenByDescending(row => row.At)
                    .ThenByDescending(row => row.Id.Value)
                    .Select((row, place) => (row.Id, Before: row.Edition, After: place + 1))
            )
            .Where(change => change.Before != change.After)
            .ToList();
        await NumberAsync(db, changes.Select(change => (change.Id, change.After)));
        return
        [
            .. changes.Select(change =>
                JsonSerializer.Serialize<object[]>([change.Id.Value, change.Before])
            ),
        ];
    }

    public static Task RestoreAsync(LmsDbContext db, IEnumerable<string> before) =>
        NumberAsync(
            db,
            before
                .Select(text => JsonSerializer.Deserialize<JsonElement[]>(text)!)
                .Select(pair => (new EnrolmentId(pair[0].GetGuid()), pair[1].GetInt32()))
        );

    // By way of numbers nobody has: the index looks at every statement.
    private static async Task NumberAsync(
        LmsDbContext db,
        IEnumerable<(EnrolmentId Id, int Number)> numbers
    )
    {
        var all = numbers.ToList();
        foreach (var (id, number) in all.Select(one => (one.Id, -one.Number)).Concat(all))
        {
            await db
                .Enrolments.Where(one => one.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Edition, number));
        }
    }

    private static Task<List<Row>> ReadAsync(LmsDbContext db, PersonId one, PersonId other) =>
        db
            .Enrolments.Where(row => row.PersonId == one || row.PersonId == other)
            .Select(row => new Row(
                row.Id,
                row.PersonId,
                row.CourseId,
                row.Edition,
                row.Completion != null,
                row.Lessons.Count + row.Passes.Count + row.Cases.Count,
                row.EnrolledAt
            ))
            .ToListAsync();

    private sealed record Row(
        EnrolmentId Id,
        PersonId Person,
        CourseId Course,
        int Edition,
        bool IsComplete,
        int Done,
        DateTimeOffset At
    );
}
