using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Evidence;

/// <param name="ValidUntil">Of an approval; null when it does not end.</param>
public sealed record DecisionGiven(EvidenceVerdict Verdict, string Remark, DateOnly? ValidUntil);

/// <summary>
/// Decides about evidence of people in the viewer's scope, each once, and writes the periods that an
/// approval earns in the same transaction.
/// </summary>
public sealed class DecideEvidence(
    LmsDbContext db,
    RecordPeriods periods,
    RecomputeMemberships memberships,
    CurrentViewer current,
    TimeProvider time
)
{
    /// <returns>How many were decided now; those that are not there, or were decided before, are passed over.</returns>
    public Task<int> RunAsync(IReadOnlyCollection<EvidenceId> ids, DecisionGiven given) =>
        db.WriteAsync(async () =>
        {
            var waiting = await db
                .Evidence.AsNoTracking()
                .Where(one => ids.Contains(one.Id) && one.Decision == null)
                .Where(one => db.Decided(current).Any(person => person.Id == one.PersonId))
                .Select(one => new { one.Id, one.PersonId })
                .ToListAsync();
            foreach (var one in waiting)
            {
                db.EvidenceDecisions.Add(
                    new EvidenceDecision
                    {
                        EvidenceId = one.Id,
                        PersonId = one.PersonId,
                        Verdict = given.Verdict,
                        Remark = given.Remark,
                        ValidUntil = given.ValidUntil,
                        By = current.Viewer.Account!.Value.Actor,
                        DecidedAt = time.Now(),
                    }
                );
                db.Audit.Add(
                    new AuditEntry
                    {
                        At = time.Now(),
                        Action = AuditAction.EvidenceDecided,
                        Actor = current.Viewer.Account,
                        Subject = one.PersonId,
                        Detail = given.Verdict.ToString(),
                    }
                );
            }

            await db.SaveChangesAsync();
            if (given.Verdict == EvidenceVerdict.Approved && waiting.Count > 0)
            {
                var people = waiting.Select(one => one.PersonId).Distinct().ToList();
                await periods.InsideAsync(db, people);
                memberships.After(db, people);
            }

            return waiting.Count;
        });
}
