using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
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
/// approval earns, and a letter to each, in the same transaction.
/// </summary>
public sealed class DecideEvidence(
    LmsDbContext db,
    LmsDatabase database,
    RecordPeriods periods,
    RecomputeMemberships memberships,
    CurrentViewer current,
    OrganisationPack pack,
    LmsSettings settings,
    TimeProvider time
)
{
    private static readonly Viewer Postman = Viewer.System("tell of a decision on evidence");

    /// <returns>How many were decided now; those that are not there, or were decided before, are passed over.</returns>
    public async Task<int> RunAsync(IReadOnlyCollection<EvidenceId> ids, DecisionGiven given)
    {
        var addresses = await AddressesAsync(ids);
        return await db.WriteAsync(async () =>
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
                if (addresses.TryGetValue(one.PersonId, out var address))
                {
                    Tell(address, one.Id, given.Verdict);
                }
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

    // A manager does not see the accounts of others; who is told is settled by the write.
    private async Task<Dictionary<PersonId, string>> AddressesAsync(
        IReadOnlyCollection<EvidenceId> ids
    )
    {
        await using var all = database.Open(Postman);
        return await all
            .Accounts.Where(account =>
                account.Email != null
                && all.Evidence.Any(one => ids.Contains(one.Id) && one.PersonId == account.PersonId)
            )
            .ToDictionaryAsync(account => account.PersonId!.Value, account => account.Email!);
    }

    // The remark stands on the page, not in the letter: a phone shows letters to whoever holds it.
    private void Tell(string address, EvidenceId id, EvidenceVerdict verdict)
    {
        var texts = Texts.In(pack.Languages[0]);
        var words = verdict switch
        {
            EvidenceVerdict.Approved => "manage.evidence.mail.approved",
            EvidenceVerdict.Refused => "manage.evidence.mail.refused",
        };
        db.Tell(
            time,
            address,
            $"evidence-decided:{id.Value}",
            texts["manage.evidence.mail.subject"],
            texts.Fill(words, new Uri(settings.Site.Uri, "/certifications/evidence"))
        );
    }
}
