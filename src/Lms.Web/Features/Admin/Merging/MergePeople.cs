using System.Text.Json;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Admin.People;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Merging;

public enum MergeAnswer
{
    Merged,

    /// <summary>One entry, or one that is not there, merged or erased already.</summary>
    Unknown,

    /// <summary>One of them waits to be erased: that is done or taken back first.</summary>
    BeingErased,

    /// <summary>The login that would be closed is the last administrator's.</summary>
    LastAdministrator,
}

/// <summary>
/// Makes two entries of one person one, in one write. Answers and notes move unread, so the product's
/// own eyes do it; both certificate numbers stay, each as it was issued.
/// </summary>
public sealed class MergePeople(
    LmsDatabase database,
    CloseAccount close,
    RecomputeMemberships memberships,
    OrganisationPack pack,
    TimeProvider time
)
{
    public const string EditionNumbers = "Enrolments.Edition";
    public const string MovedLogin = "Accounts.PersonId";
    public const string ClosedLogin = "Accounts.DeactivatedAt";
    private static readonly Viewer Merger = Viewer.System("merge two entries of one person");

    public async Task<MergeAnswer> RunAsync(PersonId from, PersonId into, AccountId? by)
    {
        await using var db = database.Open(Merger);
        return await db.WriteAsync(() => RunAsync(db, from, into, by));
    }

    private async Task<MergeAnswer> RunAsync(
        LmsDbContext db,
        PersonId from,
        PersonId into,
        AccountId? by
    )
    {
        var both = await db
            .People.Where(person =>
                (person.Id == from || person.Id == into)
                && person.MergedInto == null
                && person.ErasedAt == null
            )
            .ToListAsync();
        if (from == into || both.Count != 2)
        {
            return MergeAnswer.Unknown;
        }

        if (
            await db.Erasures.AnyAsync(one =>
                (one.PersonId == from || one.PersonId == into)
                && one.CancelledAt == null
                && one.DoneAt == null
            )
        )
        {
            return MergeAnswer.BeingErased;
        }

        var plan = await MergePlan.ReadAsync(db, from, into);
        var login = await db.Accounts.SingleOrDefaultAsync(one => one.PersonId == from);
        if (
            plan.Account == AccountFate.Closes
            && login!.DeactivatedAt is null
            && await LastAdministrator.IsAmongAsync(db, [login.Id], pack.DayOf(time.Now()))
        )
        {
            return MergeAnswer.LastAdministrator;
        }

        var moved = await MoveAsync(db, plan, from, into);
        await LoginAsync(db, plan.Account, login, into, moved);
        both.Single(person => person.Id == from).MergedInto = into;
        Record(db, from, into, moved, by);
        await db.SaveChangesAsync();
        memberships.After(db, [into]);
        return MergeAnswer.Merged;
    }

    private static async Task<Dictionary<string, IReadOnlyList<string>>> MoveAsync(
        LmsDbContext db,
        MergePlan plan,
        PersonId from,
        PersonId into
    )
    {
        var moved = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (await Editions.ArrangeAsync(db, from, into) is { Count: > 0 } numbers)
        {
            moved.Add(EditionNumbers, numbers);
        }

        var tables = PersonTable.All(db).ToDictionary(table => table.Name);
        foreach (var table in plan.Tables.Where(table => table.Moving.Count > 0))
        {
            foreach (var key in table.Moving)
            {
                await tables[table.Table].MoveAsync(db, key, from, into);
            }

            moved.Add(table.Table, table.Moving);
        }

        return moved;
    }

    private async Task LoginAsync(
        LmsDbContext db,
        AccountFate fate,
        Access.Account? login,
        PersonId into,
        Dictionary<string, IReadOnlyList<string>> moved
    )
    {
        switch (fate)
        {
            case AccountFate.Moves:
                login!.PersonId = into;
                moved.Add(MovedLogin, [KeyOf(login)]);
                break;
            case AccountFate.Closes when login!.DeactivatedAt is null:
                await close.InsideAsync(db, login);
                moved.Add(ClosedLogin, [KeyOf(login)]);
                break;
            case AccountFate.None or AccountFate.Closes:
                break;
        }
    }

    private static string KeyOf(Access.Account account) =>
        JsonSerializer.Serialize<object[]>([account.Id.Value]);

    private void Record(
        LmsDbContext db,
        PersonId from,
        PersonId into,
        Dictionary<string, IReadOnlyList<string>> moved,
        AccountId? by
    )
    {
        var now = time.Now();
        db.PersonMerges.Add(
            new PersonMerge
            {
                Id = new(time.NewId()),
                PersonId = from,
                Into = into,
                Moved = moved,
                MergedAt = now,
            }
        );
        db.Audit.Add(
            new AuditEntry
            {
                At = now,
                Action = AuditAction.PeopleMerged,
                Actor = by,
                Subject = into,
                Detail = $"person:{Audit.AuditWords.Short(from.Value)}",
            }
        );
    }
}
