using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>One duty of a person, with its state today.</summary>
/// <param name="Rule">Name of the requirement it comes from; null when given by hand.</param>
/// <param name="Why">Empty when given by hand, or when the rule no longer holds.</param>
/// <param name="Asked">The extension that waits for an answer; null when none does, and once it is closed.</param>
/// <param name="Answered">The last extension that was decided on; null when none was.</param>
public sealed record Duty(
    AssignmentId Id,
    Demand What,
    DateOnly? Due,
    AssignmentState State,
    DateOnly From,
    LocalText? Rule,
    IReadOnlyList<MembershipReason> Why,
    Extension? Asked,
    Extension? Answered
);

/// <summary>
/// The duties of one person. Rules are not a learner's to read, so the product's own eyes look; the
/// caller has made sure that the reader may see the person.
/// </summary>
public sealed class Duties(
    LmsDatabase database,
    CertificationReads certifications,
    PeopleFacts people,
    OrganisationPack pack,
    TimeProvider time
)
{
    private static readonly Viewer Reader = Viewer.System("read the duties of a person");

    /// <summary>What stands, and what was done when its rule ended; the nearest day first, what is done last.</summary>
    public async Task<IReadOnlyList<Duty>> OfAsync(
        PersonId person,
        CancellationToken cancel = default
    )
    {
        await using var db = database.Open(Reader);
        var today = pack.DayOf(time.Now());
        var given = await db
            .Assignments.AsNoTracking()
            .Include(one => one.Extensions)
            .Where(one => one.PersonId == person)
            .Where(one => one.EndedAt == null || one.End == AssignmentEnd.Done)
            .ToListAsync(cancel);
        if (given.Count == 0)
        {
            return [];
        }

        var done = await db
            .Assignments.Where(one => one.PersonId == person)
            .Where(one => one.EndedAt == null || one.End == AssignmentEnd.Done)
            .Where(DutyDone.Of(db, today))
            .Select(one => one.Id)
            .ToListAsync(cancel);
        var ids = given.Select(one => one.RequirementId).OfType<RequirementId>().ToList();
        var rules = await KnownRequirements.ReadAsync(db, one => ids.Contains(one.Id), cancel);
        var why = await WhyAsync(db, person, rules, today, cancel);
        return
        [
            .. given
                .Select(one => DutyOf(one, rules, why, done.Contains(one.Id), today))
                .OrderBy(one => one.State == AssignmentState.Done)
                .ThenBy(one => one.Due ?? DateOnly.MaxValue)
                .ThenBy(one => one.Id.Value),
        ];
    }

    private static Duty DutyOf(
        Assignment one,
        IReadOnlyList<KnownRequirement> rules,
        ILookup<RequirementId, MembershipReason> why,
        bool isDone,
        DateOnly today
    )
    {
        var due = one.DueNow();
        var rule = rules.FirstOrDefault(known => known.Id == one.RequirementId);
        return new(
            one.Id,
            SettleDuties.DemandOf(one),
            due,
            AssignmentStates.Of(one.DueOn, due, isDone, isEnded: false, today),
            one.From,
            rule is null ? null : rule.Rule.Name,
            rule is null ? [] : [.. why[rule.Id]],
            one.EndedAt is null
                ? one.Extensions.Find(ask => ask is { AskedAt: not null, Verdict: null })
                : null,
            one.Extensions.Where(ask => ask.AskedAt is not null && ask.Verdict is not null)
                .MaxBy(ask => ask.DecidedAt)
        );
    }

    private async Task<ILookup<RequirementId, MembershipReason>> WhyAsync(
        LmsDbContext db,
        PersonId person,
        IReadOnlyList<KnownRequirement> rules,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var book = await certifications.ReadAsync(db, [person], withSteps: false, cancel);
        var facts = await people.ReadAsync(db, book, [person], cancel);
        var ground = new RequirementGround(pack.Territories, pack.Competences, pack.Profiles);
        var memberships = new Memberships(rules.Select(one => one.Rule), ground);
        return facts
            .SelectMany(one => memberships.Of(one, today))
            .SelectMany(one => one.Why.Select(reason => (one.Requirement, reason)))
            .ToLookup(one => one.Requirement, one => one.reason);
    }
}
