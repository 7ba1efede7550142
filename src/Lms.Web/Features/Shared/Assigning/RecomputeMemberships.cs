using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>
/// Gives and closes the assignments of rules, both ways: of one requirement for all its people, and of
/// one person for all requirements. Asked again, it changes nothing.
/// </summary>
public sealed class RecomputeMemberships(
    LmsDatabase database,
    CertificationReads certifications,
    PeopleFacts people,
    OrganisationPack pack,
    TimeProvider time
)
{
    private const int PerWrite = 500;
    private static readonly Viewer Reckoner = Viewer.System("recompute who falls under a rule");

    private readonly RequirementGround ground = new(
        pack.Territories,
        pack.Competences,
        pack.Profiles
    );

    /// <summary>
    /// Of one requirement, for everyone it reaches. One that has ended asks for nothing, and what it
    /// left open is closed by its leaving policy.
    /// </summary>
    public async Task OfRequirementAsync(RequirementId id, CancellationToken cancel = default)
    {
        await using var db = database.Open(Reckoner);
        foreach (var rule in await KnownRequirements.ReadAsync(db, one => one.Id == id, cancel))
        {
            await OfRuleAsync(db, rule, cancel);
        }
    }

    /// <summary>Of one person, after a fact that conditions may ask about: a post, a move, a period …</summary>
    public async Task OfPersonAsync(PersonId person, CancellationToken cancel = default)
    {
        await using var db = database.Open(Reckoner);
        await db.WriteAsync(() => InsideAsync(db, [person], cancel), cancel);
    }

    /// <summary>
    /// Called in a write that changes what conditions ask of these people, under whatever eyes: follows
    /// once it is committed.
    /// </summary>
    public void After(LmsDbContext write, IReadOnlyCollection<PersonId> changed) =>
        write.Afterwards(async () =>
        {
            // A list of people may be long: others write between.
            foreach (var some in changed.Chunk(PerWrite))
            {
                await using var db = database.Open(Reckoner);
                await db.WriteAsync(() => InsideAsync(db, some));
            }
        });

    /// <summary>Part of the write that changed the facts, with the product's own eyes.</summary>
    public async Task InsideAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId> changed,
        CancellationToken cancel = default
    )
    {
        var rules = await KnownRequirements.ReadAsync(db, one => one.EndedAt == null, cancel);
        await SettleAsync(db, rules, changed, cancel);
    }

    /// <summary>Of every requirement.</summary>
    public async Task AllAsync(CancellationToken cancel = default)
    {
        await using var db = database.Open(Reckoner);
        var rules = await KnownRequirements.ReadAsync(
            db,
            rule =>
                rule.EndedAt == null
                || db.Assignments.Any(one => one.RequirementId == rule.Id && one.EndedAt == null),
            cancel
        );
        foreach (var rule in rules)
        {
            await OfRuleAsync(db, rule, cancel);
        }
    }

    private async Task OfRuleAsync(LmsDbContext db, KnownRequirement rule, CancellationToken cancel)
    {
        if (rule.EndedAt is { } ended)
        {
            var lastDay = pack.DayOf(ended);
            var dayEnded = pack.StartOf(lastDay.AddDays(1));
            await EndedDuties.CloseAsync(db, rule, lastDay, dayEnded, time.Now(), cancel);
            return;
        }

        var reached = db.People.Where(person =>
            person.MergedInto == null && person.ErasedAt == null
        );
        if (CommunitiesOf(rule) is { } within)
        {
            reached = reached.Where(person =>
                within.Contains(person.Community)
                || db.Assignments.Any(one =>
                    one.RequirementId == rule.Id && one.PersonId == person.Id && one.EndedAt == null
                )
            );
        }

        // Most stand as they should: they are found without a turn at writing.
        var ids = rule.Within is null
            ? null
            : await reached.Select(person => person.Id).ToListAsync(cancel);
        var unsettled = await UnsettledAsync(db, rule, ids, cancel);
        foreach (var some in unsettled.Chunk(PerWrite))
        {
            await db.WriteAsync(() => SettleAsync(db, [rule], some, cancel), cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <param name="reached">Null for everyone.</param>
    private async Task<List<PersonId>> UnsettledAsync(
        LmsDbContext db,
        KnownRequirement rule,
        IReadOnlyCollection<PersonId>? reached,
        CancellationToken cancel
    )
    {
        var today = pack.DayOf(time.Now());
        var who = rule.Rule.Who;
        var book =
            who.Holds.Count + who.Lacks.Count > 0
                ? await certifications.ReadAsync(db, reached, withSteps: false, cancel)
                : await certifications.LeaveAsync(db, reached, cancel);
        var given = await GivenAsync(db, rule.Id, cancel);
        var done = await DutyDone.ByAsync(db, rule.Rule.What, today, reached, cancel);
        var asks = Asking([rule]);
        var unsettled = new List<PersonId>();
        foreach (var person in await people.ReadAsync(db, book, reached, cancel))
        {
            if (
                !SettleDuties.IsSettled(
                    rule,
                    person,
                    asks(rule, person, today),
                    given[person.Person],
                    done.Contains(person.Person),
                    DaySpans.Joined(book.LeaveOf(person.Person))
                )
            )
            {
                unsettled.Add(person.Person);
            }
        }

        return unsettled;
    }

    // Those that still stand: what ended long ago and in which order matters for writing alone. Extensions
    // are few: a join would carry their columns through the rows of a country.
    private static async Task<RowsOfPeople<Assignment>> GivenAsync(
        LmsDbContext db,
        RequirementId requirement,
        CancellationToken cancel
    )
    {
        var given = db
            .Assignments.AsNoTracking()
            .Where(one => one.RequirementId == requirement && one.EndedAt == null);
        var extensions = (
            await db
                .Extensions.AsNoTracking()
                .Where(one => given.Any(other => other.Id == one.AssignmentId))
                .ToListAsync(cancel)
        ).ToLookup(one => one.AssignmentId);
        var rows = await given.ToListAsync(cancel);
        if (extensions.Count > 0)
        {
            rows.ForEach(one => one.Extensions.AddRange(extensions[one.Id]));
        }

        return RowsOfPeople.Of(rows, one => one.PersonId, one => one);
    }

    private Func<KnownRequirement, PersonFacts, DateOnly, bool> Asking(
        IReadOnlyList<KnownRequirement> rules
    )
    {
        var memberships = new Memberships(rules.Select(one => one.Rule), ground);
        var within = rules.ToDictionary(rule => rule.Id, rule => CommunitiesOf(rule)?.ToHashSet());
        return (rule, person, day) =>
            within[rule.Id]?.Contains(person.Community) != false
            && memberships.Has(rule.Id, person, day);
    }

    private List<TerritoryCode>? CommunitiesOf(KnownRequirement rule) =>
        rule.Within is { } within ? [.. pack.Territories.CommunitiesWithin(within)] : null;

    private async Task SettleAsync(
        LmsDbContext db,
        IReadOnlyList<KnownRequirement> rules,
        IReadOnlyCollection<PersonId> some,
        CancellationToken cancel
    )
    {
        if (rules.Count == 0)
        {
            return;
        }

        var today = pack.DayOf(time.Now());
        var book = await certifications.ReadAsync(db, some, withSteps: false, cancel);
        var facts = await people.ReadAsync(db, book, some, cancel);
        var asks = Asking(rules);
        var ids = rules.Select(one => one.Id).ToList();
        var given = (
            await db
                .Assignments.Include(one => one.Extensions)
                .Where(one =>
                    one.RequirementId != null
                    && ids.Contains(one.RequirementId.Value)
                    && some.Contains(one.PersonId)
                )
                .OrderBy(one => one.AssignedAt)
                .ToListAsync(cancel)
        ).ToLookup(one => (one.RequirementId!.Value, one.PersonId));
        var settle = new SettleDuties(db, time.Now(), today, time.NewId);
        foreach (var rule in rules)
        {
            var done = await DutyDone.ByAsync(db, rule.Rule.What, today, some, cancel);
            foreach (var person in facts)
            {
                await settle.OfAsync(
                    rule,
                    person,
                    asks(rule, person, today),
                    [.. given[(rule.Id, person.Person)]],
                    done.Contains(person.Person),
                    DaySpans.Joined(book.LeaveOf(person.Person))
                );
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
