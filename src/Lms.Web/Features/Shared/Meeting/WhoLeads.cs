using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

public sealed record Leader(PersonId Person, string Name, RoomRole Role);

/// <param name="TeachesIt">A trainer of the course, who may be a co-trainer.</param>
public sealed record MayLead(PersonId Person, string Name, bool TeachesIt);

/// <summary>Names of those who lead sessions: told to everyone who may see the session.</summary>
public sealed class WhoLeads(LmsDatabase database, OrganisationPack pack, TimeProvider time)
{
    private static readonly Viewer Reader = Viewer.System("name who leads a session");

    public async Task<ILookup<LiveSessionId, Leader>> OfAsync(
        IReadOnlyCollection<LiveSessionId> sessions
    )
    {
        await using var db = database.Open(Reader);
        var rows = await db
            .SessionTrainers.Where(lead => sessions.Contains(lead.SessionId))
            .Join(
                db.People.Where(person => person.ErasedAt == null),
                lead => lead.PersonId,
                person => person.Id,
                (lead, person) =>
                    new
                    {
                        lead.SessionId,
                        person.Id,
                        person.Name,
                        lead.Role,
                    }
            )
            .ToListAsync();
        return rows.OrderBy(row => row.Role)
            .ThenBy(row => row.Name.Full, StringComparer.CurrentCulture)
            .ToLookup(row => row.SessionId, row => new Leader(row.Id, row.Name.Full, row.Role));
    }

    /// <summary>
    /// Who may lead or keep a session: trainers. Of a course its own trainers teach; others moderate and
    /// observe. Of a session without a course everyone of them may do each.
    /// </summary>
    public async Task<IReadOnlyList<MayLead>> CandidatesAsync(CourseId? course)
    {
        var today = pack.DayOf(time.Now());
        await using var db = database.Open(Reader);
        var rows = await db
            .Accounts.Where(account =>
                account.PersonId != null
                && account.DeactivatedAt == null
                && account.Grants.Any(grant =>
                    grant.Role == AccessRole.Trainer
                    && grant.From <= today
                    && (grant.To == null || grant.To >= today)
                )
            )
            .Join(
                db.People.Where(person => person.ErasedAt == null && person.MergedInto == null),
                account => account.PersonId!.Value,
                person => person.Id,
                (account, person) =>
                    new
                    {
                        person.Id,
                        person.Name,
                        Teaches = db.CourseTrainers.Any(one =>
                            one.AccountId == account.Id
                            && one.CourseId == course
                            && one.From <= today
                            && (one.To == null || one.To >= today)
                        ),
                    }
            )
            .ToListAsync();
        return
        [
            .. rows.Select(row => new MayLead(row.Id, row.Name.Full, row.Teaches || course is null))
                .DistinctBy(one => one.Person)
                .OrderBy(one => one.Name, StringComparer.CurrentCulture),
        ];
    }
}
