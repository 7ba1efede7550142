using System.Text.Json;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Merging;

public enum UndoAnswer
{
    Parted,

    /// <summary>No such merge, or undone already.</summary>
    Unknown,

    /// <summary>Another merge came after it: that one is undone first.</summary>
    Later,

    /// <summary>One of the two was erased since.</summary>
    Erased,
}

/// <summary>
/// Gives back what a merge moved, row by row as it was written down. What was done since goes with what
/// it hangs from: a new attempt with its enrolment, a reissued certificate with the one it replaces.
/// </summary>
public sealed class UndoMerge(
    LmsDatabase database,
    RecomputeMemberships memberships,
    TimeProvider time
)
{
    private static readonly Viewer Undoer = Viewer.System("part two merged entries again");

    public async Task<UndoAnswer> RunAsync(PersonMergeId id, AccountId? by)
    {
        await using var db = database.Open(Undoer);
        return await db.WriteAsync(() => RunAsync(db, id, by));
    }

    private async Task<UndoAnswer> RunAsync(LmsDbContext db, PersonMergeId id, AccountId? by)
    {
        if (
            await db.PersonMerges.SingleOrDefaultAsync(one => one.Id == id && one.UndoneAt == null)
            is not { } merge
        )
        {
            return UndoAnswer.Unknown;
        }

        var from = await db.People.SingleAsync(person => person.Id == merge.PersonId);
        var into = await db.People.SingleAsync(person => person.Id == merge.Into);
        if (from.ErasedAt is not null || into.ErasedAt is not null)
        {
            return UndoAnswer.Erased;
        }

        if (into.MergedInto is not null || await HasLaterAsync(db, merge))
        {
            return UndoAnswer.Later;
        }

        await GiveBackAsync(db, merge);
        await LoginsAsync(db, merge);
        from.MergedInto = null;
        merge.UndoneAt = time.Now();
        db.Audit.Add(
            new AuditEntry
            {
                At = merge.UndoneAt.Value,
                Action = AuditAction.MergeUndone,
                Actor = by,
                Subject = merge.Into,
                Detail = $"person:{Audit.AuditWords.Short(from.Id.Value)}",
            }
        );
        await db.SaveChangesAsync();
        memberships.After(db, [merge.PersonId, merge.Into]);
        return UndoAnswer.Parted;
    }

    private static async Task<bool> HasLaterAsync(LmsDbContext db, PersonMerge merge) =>
        (
            await db
                .PersonMerges.Where(one => one.Into == merge.Into && one.UndoneAt == null)
                .OrderByDescending(one => one.MergedAt)
                .ThenByDescending(one => one.Id)
                .FirstAsync()
        ).Id != merge.Id;

    private static async Task GiveBackAsync(LmsDbContext db, PersonMerge merge)
    {
        var tables = PersonTable.All(db);
        var rows = new List<(PersonTable Table, HeldRow Row)>();
        foreach (var table in tables)
        {
            rows.AddRange((await table.RowsAsync(db, merge.Into)).Select(row => (table, row)));
        }

        foreach (var (table, row) in Going(rows, merge))
        {
            await table.MoveAsync(db, row.Key, merge.Into, merge.PersonId);
        }

        if (merge.Moved.TryGetValue(MergePeople.EditionNumbers, out var numbers))
        {
            await Editions.RestoreAsync(db, numbers);
        }
    }

    private static List<(PersonTable Table, HeldRow Row)> Going(
        List<(PersonTable Table, HeldRow Row)> rows,
        PersonMerge merge
    )
    {
        var going = merge
            .Moved.SelectMany(table => table.Value.Select(key => (table.Key, key)))
            .ToHashSet();
        while (
            rows.Where(one =>
                    !going.Contains((one.Table.Name, one.Row.Key))
                    && one.Row.HangsFrom.Any(going.Contains)
                )
                .ToList()
                is { Count: > 0 } more
        )
        {
            going.UnionWith(more.Select(one => (one.Table.Name, one.Row.Key)));
        }

        return [.. rows.Where(one => going.Contains((one.Table.Name, one.Row.Key)))];
    }

    private static async Task LoginsAsync(LmsDbContext db, PersonMerge merge)
    {
        foreach (var id in Logins(merge, MergePeople.MovedLogin))
        {
            (await db.Accounts.SingleAsync(one => one.Id == id)).PersonId = merge.PersonId;
        }

        foreach (var id in Logins(merge, MergePeople.ClosedLogin))
        {
            (await db.Accounts.SingleAsync(one => one.Id == id)).DeactivatedAt = null;
        }
    }

    private static IEnumerable<AccountId> Logins(PersonMerge merge, string name) =>
        merge
            .Moved.GetValueOrDefault(name, [])
            .Select(key => new AccountId(
                JsonSerializer.Deserialize<JsonElement[]>(key)![0].GetGuid()
            ));
}
