using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>What becomes of the login of the entry that is given up.</summary>
public enum AccountFate
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>The other entry has none: it gets this one, rights and all.</summary>
    Moves,

    /// <summary>Both have one: this one is closed, and its rights stay with it.</summary>
    Closes,
}

/// <param name="Moving">Keys of the rows that go over.</param>
/// <param name="Staying">
/// Keys of the rows whose place is taken there, such as a second note on one lesson: they stay with the
/// entry that is given up, and nothing is lost.
/// </param>
public sealed record TablePlan(
    string Table,
    IReadOnlyList<string> Moving,
    IReadOnlyList<string> Staying
);

/// <summary>What merging two entries will do; the same for the preview and for the deed.</summary>
/// <param name="Courses">Courses with two enrolments, that become editions.</param>
public sealed record MergePlan(
    IReadOnlyList<TablePlan> Tables,
    IReadOnlyList<CourseId> Courses,
    AccountFate Account
)
{
    public static async Task<MergePlan> ReadAsync(LmsDbContext db, PersonId from, PersonId into)
    {
        var tables = new List<TablePlan>();
        foreach (var table in PersonTable.All(db))
        {
            var rows = await table.RowsAsync(db, from);
            var taken = (await table.RowsAsync(db, into))
                .SelectMany(row => row.Unique)
                .Select(one => (one.Key, one.Value))
                .ToHashSet();
            var parted = rows.ToLookup(row =>
                row.Unique.Any(one => taken.Contains((one.Key, one.Value)))
            );
            if (rows.Count > 0)
            {
                tables.Add(
                    new(
                        table.Name,
                        [.. parted[false].Select(row => row.Key)],
                        [.. parted[true].Select(row => row.Key)]
                    )
                );
            }
        }

        var logins = await db
            .Accounts.Where(account => account.PersonId == from || account.PersonId == into)
            .Select(account => account.PersonId)
            .ToListAsync();
        return new(
            tables,
            await Editions.SharedAsync(db, from, into),
            !logins.Contains(from) ? AccountFate.None
                : logins.Contains(into) ? AccountFate.Closes
                : AccountFate.Moves
        );
    }
}
