using System.Globalization;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Manage.Assignments;

public enum SaveAnswer
{
    /// <summary>The assignments are given and closed.</summary>
    Done,

    /// <summary>It asks so many people that theirs are settled in the minutes to come.</summary>
    Later,

    /// <summary>None of the viewer's scope, or it has ended.</summary>
    Unknown,
}

/// <summary>
/// Makes a requirement, changes it by a further revision, and ends it, within the scope of whoever
/// asks; then gives and closes the assignments.
/// </summary>
public sealed class SaveRequirement(
    LmsDbContext db,
    LmsDatabase database,
    RecomputeMemberships recompute,
    ISchedulerFactory schedulers,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <summary>For more people than these nobody waits at the screen.</summary>
    public const int MostAtOnce = 2000;

    private static readonly Viewer Ender = Viewer.System("count the assignments of a rule");

    /// <param name="rule">Its id is a new one's for a requirement that is made now.</param>
    /// <param name="within">How far a new one reaches; the caller has checked that it is in scope.</param>
    public async Task<SaveAnswer> RunAsync(Requirement rule, TerritoryCode? within, bool isNew)
    {
        var saved = await db.WriteAsync(async () =>
        {
            var registered = await db
                .Requirements.Include(one => one.Revisions)
                .SingleOrDefaultAsync(one => one.Id == rule.Id);
            if (isNew && registered is null)
            {
                registered = new()
                {
                    Id = rule.Id,
                    By = current.Viewer.Account!.Value.Actor,
                    Within = within,
                    CreatedAt = time.Now(),
                };
                db.Requirements.Add(registered);
            }

            if (registered is null || registered.EndedAt is not null)
            {
                return false;
            }

            var last = registered.Revisions.MaxBy(one => one.Number);
            // Sent twice, a new one is made once.
            if (isNew && last is not null)
            {
                return true;
            }

            db.RequirementRevisions.Add(
                new RequirementRevision
                {
                    RequirementId = rule.Id,
                    Number = (last?.Number ?? 0) + 1,
                    Rule = rule,
                    From = time.Now(),
                }
            );
            Record(AuditAction.RequirementSaved, rule.Id, (last?.Number ?? 0) + 1);
            await db.SaveChangesAsync();
            return true;
        });
        return saved ? await SettleAsync(rule.Id, await ReachedAsync(within)) : SaveAnswer.Unknown;
    }

    private Task<int> ReachedAsync(TerritoryCode? within)
    {
        var people = db.People.Where(person =>
            person.MergedInto == null && person.ErasedAt == null
        );
        if (within is { } place)
        {
            var communities = pack.Territories.CommunitiesWithin(place).ToList();
            people = people.Where(person => communities.Contains(person.Community));
        }

        return people.CountAsync();
    }

    /// <summary>Asks for nothing from now on; what it left open is closed by its leaving policy.</summary>
    public async Task<SaveAnswer> EndAsync(RequirementId id)
    {
        var ended = await db.WriteAsync(async () =>
        {
            var registered = await db.Requirements.SingleOrDefaultAsync(one =>
                one.Id == id && one.EndedAt == null
            );
            if (registered is null)
            {
                return false;
            }

            registered.EndedAt = time.Now();
            Record(AuditAction.RequirementEnded, id, 0);
            await db.SaveChangesAsync();
            return true;
        });
        return ended ? await SettleAsync(id, await OpenAsync(id)) : SaveAnswer.Unknown;
    }

    // Also those who have left the viewer's scope since.
    private async Task<int> OpenAsync(RequirementId id)
    {
        await using var all = database.Open(Ender);
        return await all.Assignments.CountAsync(one =>
            one.RequirementId == id && one.EndedAt == null
        );
    }

    private async Task<SaveAnswer> SettleAsync(RequirementId id, int people)
    {
        if (people > MostAtOnce)
        {
            await RecomputeRule.SoonAsync(schedulers, id, time.NewId());
            return SaveAnswer.Later;
        }

        await recompute.OfRequirementAsync(id);
        return SaveAnswer.Done;
    }

    private void Record(AuditAction action, RequirementId id, int number) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = action,
                Actor = current.Viewer.Account,
                Detail =
                    number > 0
                        ? string.Create(CultureInfo.InvariantCulture, $"{id.Value} {number}")
                        : id.Value.ToString(),
            }
        );
}
