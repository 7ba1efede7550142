using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Assigning;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>
/// After a fact that may have been the last step: writes the periods that are earned by now, each
/// once. Part of the write that added the fact; asked again, it adds nothing.
/// </summary>
public sealed class RecordPeriods(
    CertificationReads reads,
    RecomputeMemberships memberships,
    OrganisationPack pack,
    TimeProvider time
)
{
    public async Task InsideAsync(LmsDbContext db, IReadOnlyCollection<PersonId> people)
    {
        if (pack.Certifications.Count == 0)
        {
            return;
        }

        var book = await reads.ReadAsync(db, people);
        var changed = new List<PersonId>();
        foreach (var person in people)
        {
            var earned = false;
            foreach (var one in pack.Certifications)
            {
                earned |= Record(db, book.Of(person, one.Code), person, one.Rules);
            }

            if (earned)
            {
                changed.Add(person);
            }
        }

        await db.SaveChangesAsync();
        if (changed.Count > 0)
        {
            memberships.After(db, changed);
        }
    }

    /// <summary>Those of the people who have earned a period that is not written yet.</summary>
    public async Task<IReadOnlyList<PersonId>> OwedAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId> people,
        CancellationToken cancel = default
    )
    {
        var book = await reads.ReadAsync(db, people, cancel: cancel);
        var today = pack.DayOf(time.Now());
        return
        [
            .. people.Where(person =>
                pack.Certifications.Any(one =>
                    one.Rules.NextPeriod(book.Of(person, one.Code), today) is NextCycle.Earned
                )
            ),
        ];
    }

    // False when none is earned.
    private bool Record(
        LmsDbContext db,
        CertificationFacts facts,
        PersonId person,
        Certification rules
    )
    {
        var today = pack.DayOf(time.Now());
        var before = facts.Periods.Count;
        while (rules.NextPeriod(facts, today) is NextCycle.Earned earned)
        {
            var period = new CertificationPeriod
            {
                Id = new(time.NewId()),
                PersonId = person,
                Certification = rules.Code.Value,
                Cycle = earned.Cycle,
                Path = earned.Path,
                CompletedOn = earned.CompletedOn,
                From = earned.Validity.From,
                Until = earned.Validity.Until,
                RecordedAt = time.Now(),
                RulesHash = CertificationRules.HashOf(rules),
            };
            db.CertificationPeriods.Add(period);
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.PeriodEarned,
                    Subject = person,
                    Detail = $"{period.Certification} {period.Cycle}",
                }
            );
            facts = facts with { Periods = [.. facts.Periods, period] };
        }

        return facts.Periods.Count > before;
    }
}
