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
    /// <summary>The assignments are given.</summary>
    Done,

    /// <summary>It reaches so many people that they are given in the minutes to come.</summary>
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

    private const int PerWrite = 500;
    private static readonly Viewer Ender = Viewer.System("end the assignments of a rule");

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
        if (!saved)
        {
            return SaveAnswer.Unknown;
        }

        if (await ReachedAsync(within) > MostAtOnce)
        {
            await RecomputeRule.SoonAsync(schedulers, rule.Id, time.NewId());
            return SaveAnswer.Later;
        }

        await recompute.OfRequirementAsync(rule.Id);
        return SaveAnswer.Done;
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

    /// <summary>False when it is none of the viewer's scope, or has ended.</summary>
    public async Task<bool> EndAsync(RequirementId id)
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
        if (ended)
        {
            await CloseAsync(id);
        }

        return ended;
    }

    private async Task CloseAsync(RequirementId id)
    {
        await using var all = database.Open(Ender);
        var known = (await KnownRequirements.ReadAsync(all, one => one.Id == id))[0];
        if (known.Rule.Leaving == LeavingPolicy.Keep)
        {
            return;
        }

        var now = time.Now();
        var today = pack.DayOf(now);
        var open = await all
            .Assignments.Where(one => one.RequirementId == id && one.EndedAt == null)
            .Where(DutyDone.NotOf(all, today))
            .Select(one => one.Id)
            .ToListAsync();
        foreach (var some in open.Chunk(PerWrite))
        {
            await all.WriteAsync(async () =>
            {
                var rows = await all
                    .Assignments.Where(one => some.Contains(one.Id) && one.EndedAt == null)
                    .ToListAsync();
                rows.ForEach(one => (one.EndedAt, one.End) = (now, AssignmentEnd.RuleEnded));
                await all.SaveChangesAsync();
            });
            all.ChangeTracker.Clear();
        }
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
