using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Assignments;

/// <param name="IsDone">Fulfils it already.</param>
/// <param name="HasIt">Falls under the rule as it reads now.</param>
public sealed record PreviewRow(
    PersonId Id,
    string Name,
    TerritoryCode Community,
    IReadOnlyList<MembershipReason> Why,
    bool IsDone,
    bool HasIt,
    DateOnly? Due,
    IReadOnlyList<DueTrouble> Troubles
);

/// <param name="Members">Who gets it.</param>
/// <param name="Leaving">Who has it now and would no longer.</param>
public sealed record RequirementPreview(
    IReadOnlyList<PreviewRow> Members,
    IReadOnlyList<string> Leaving
)
{
    public int Done => Members.Count(one => one.IsDone);

    public int Entering => Members.Count(one => !one.HasIt);
}

/// <summary>"Who gets it and why", before it is saved: the people of the viewer's scope, by name.</summary>
public sealed class PreviewRequirement(
    LmsDbContext db,
    CertificationReads certifications,
    PeopleFacts people,
    DutyWords words,
    OrganisationPack pack,
    TimeProvider time
)
{
    public async Task<RequirementPreview> OfAsync(Requirement rule, TerritoryCode? within)
    {
        var today = pack.DayOf(time.Now());
        var reached = await ReachedAsync(within);
        var ids = reached.Keys.ToList();
        var book = await certifications.ReadAsync(db, ids, withSteps: false);
        var ground = new RequirementGround(pack.Territories, pack.Competences, pack.Profiles);
        var memberships = new Memberships([rule], ground);
        var done = await DutyDone.ByAsync(db, rule.What, today, ids);
        var has = (
            await db
                .Assignments.Where(one => one.RequirementId == rule.Id && one.EndedAt == null)
                .Select(one => one.PersonId)
                .ToListAsync()
        ).ToHashSet();
        var hours = await words.HoursAsync(rule.What);
        var members = new List<PreviewRow>();
        foreach (var person in await people.ReadAsync(db, book, ids))
        {
            if (memberships.Of(person, today) is not [var membership])
            {
                continue;
            }

            var leave = Domain.Shared.DaySpans.Joined(book.LeaveOf(person.Person));
            var due = DueDates.Of(rule, today, person.Hired, leave);
            var (name, community) = reached[person.Person];
            members.Add(
                new(
                    person.Person,
                    name.Full,
                    community,
                    membership.Why,
                    done.Contains(person.Person),
                    has.Contains(person.Person),
                    due,
                    due is { } day && !done.Contains(person.Person)
                        ? DueDates.Troubles(day, today, today, hours)
                        : []
                )
            );
        }

        var order = StringComparer.Create(Texts.In(pack.Languages[0]).Culture, ignoreCase: true);
        var stay = members.Select(one => one.Id).ToHashSet();
        return new(
            [.. members.OrderBy(one => one.Name, order)],
            [
                .. has.Where(id => !stay.Contains(id))
                    .Where(reached.ContainsKey)
                    .Select(id => reached[id].Name.Full)
                    .Order(order),
            ]
        );
    }

    private async Task<
        Dictionary<PersonId, (PersonName Name, TerritoryCode Community)>
    > ReachedAsync(TerritoryCode? within)
    {
        var reached = db.People.Where(person =>
            person.MergedInto == null && person.ErasedAt == null
        );
        if (within is { } place)
        {
            var communities = pack.Territories.CommunitiesWithin(place).ToList();
            reached = reached.Where(person => communities.Contains(person.Community));
        }

        return await reached
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Community,
            })
            .ToDictionaryAsync(person => person.Id, person => (person.Name, person.Community));
    }
}
