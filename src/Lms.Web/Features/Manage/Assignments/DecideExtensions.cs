using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Assignments;

public enum DecideAnswer
{
    Done,

    /// <summary>Outside the scope, decided already, one's own, or none at all.</summary>
    Unknown,

    /// <summary>Not after the day it is due, or too far.</summary>
    BadDay,
}

public sealed record WaitingExtension(
    ExtensionId Id,
    string Name,
    TerritoryCode Community,
    Demand What,
    DateOnly? Due,
    DateOnly Until,
    string Reason
);

/// <summary>More time: asked for and decided, or given to a whole community at once.</summary>
public sealed class DecideExtensions(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public const int LongestRemark = 300;
    private const int MostDays = 731;

    public DateOnly Today => pack.DayOf(time.Now());

    /// <summary>Who asks in the viewer's scope, the longest waiting first; nobody decides on their own.</summary>
    public async Task<IReadOnlyList<WaitingExtension>> WaitingAsync(int most)
    {
        var me = current.Viewer.Person;
        var rows = await (
            from asked in db.Extensions.AsNoTracking()
            join given in db.Assignments on asked.AssignmentId equals given.Id
            join person in db.People on asked.PersonId equals person.Id
            where
                asked.AskedAt != null
                && asked.Verdict == null
                && given.EndedAt == null
                && person.MergedInto == null
                && person.ErasedAt == null
                && (me == null || asked.PersonId != me)
            orderby asked.AskedAt
            select new
            {
                asked.Id,
                person.Name,
                person.Community,
                given.Course,
                given.Certification,
                Due = given
                    .Extensions.Where(more => more.Verdict == ExtensionVerdict.Granted)
                    .Max(more => (DateOnly?)more.Until)
                    ?? given.DueOn,
                asked.Until,
                asked.Reason,
            }
        )
            .Take(most)
            .ToListAsync();
        return
        [
            .. rows.Select(one => new WaitingExtension(
                one.Id,
                one.Name.Full,
                one.Community,
                one.Course is { } slug
                    ? new Demand.Course(slug)
                    : new Demand.Certification(one.Certification!),
                one.Due,
                one.Until,
                one.Reason
            )),
        ];
    }

    public Task<DecideAnswer> DecideAsync(
        ExtensionId id,
        ExtensionVerdict verdict,
        DateOnly? until,
        string? remark
    ) =>
        db.WriteAsync(async () =>
        {
            var asked = await db.Extensions.SingleOrDefaultAsync(one =>
                one.Id == id && one.Verdict == null
            );
            if (asked is null || asked.PersonId == current.Viewer.Person)
            {
                return DecideAnswer.Unknown;
            }

            var given = await db
                .Assignments.Include(one => one.Extensions)
                .SingleAsync(one => one.Id == asked.AssignmentId);
            if (verdict == ExtensionVerdict.Granted)
            {
                if (until is not { } day || !IsGood(day) || day <= given.DueNow())
                {
                    return DecideAnswer.BadDay;
                }

                asked.Until = day;
            }

            (asked.Verdict, asked.DecidedAt) = (verdict, time.Now());
            asked.By = current.Viewer.Account?.Actor;
            asked.Remark = Cut(remark);
            Record(
                asked.PersonId,
                $"{verdict} {given.Course ?? given.Certification} {Choices.DayOf(asked.Until)}"
            );
            await db.SaveChangesAsync();
            return DecideAnswer.Done;
        });

    /// <summary>How many would get more time.</summary>
    public Task<int> CountAsync(TerritoryCode community, Demand what, DateOnly until) =>
        Lagging(community, what, until).CountAsync();

    /// <summary>
    /// Everyone of the community who has not done it and is due before: until that day. Null when the
    /// day is none; given again, it changes nothing.
    /// </summary>
    public async Task<int?> ForCommunityAsync(TerritoryCode community, Demand what, DateOnly until)
    {
        if (!IsGood(until))
        {
            return null;
        }

        return await db.WriteAsync<int?>(async () =>
        {
            var lagging = await Lagging(community, what, until)
                .Select(one => new { one.Id, one.PersonId })
                .ToListAsync();
            var now = time.Now();
            db.Extensions.AddRange(
                lagging.Select(one => new Extension
                {
                    Id = new(time.NewId()),
                    AssignmentId = one.Id,
                    PersonId = one.PersonId,
                    Until = until,
                    Verdict = ExtensionVerdict.Granted,
                    DecidedAt = now,
                    By = current.Viewer.Account?.Actor,
                })
            );
            if (lagging.Count > 0)
            {
                Record(
                    null,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{community.Value} {Choices.ValueOf(what)} {Choices.DayOf(until)} {lagging.Count}"
                    )
                );
                await db.SaveChangesAsync();
            }

            return lagging.Count;
        });
    }

    private bool IsGood(DateOnly day) => day >= Today && day <= Today.AddDays(MostDays);

    private IQueryable<Assignment> Lagging(TerritoryCode community, Demand what, DateOnly until)
    {
        var (slug, code) = ((what as Demand.Course)?.Slug, (what as Demand.Certification)?.Code);
        var me = current.Viewer.Person;
        return db
            .Assignments.Where(one =>
                one.EndedAt == null
                && one.Course == slug
                && one.Certification == code
                && (me == null || one.PersonId != me)
                && db.People.Any(person =>
                    person.Id == one.PersonId && person.Community == community
                )
                && (
                    one.Extensions.Where(more => more.Verdict == ExtensionVerdict.Granted)
                        .Max(more => (DateOnly?)more.Until)
                    ?? one.DueOn
                ) < until
            )
            .Where(DutyDone.NotOf(db, Today));
    }

    private static string Cut(string? remark)
    {
        var words = remark?.Trim() ?? "";
        return words.Length > LongestRemark ? words[..LongestRemark] : words;
    }

    private void Record(PersonId? subject, string detail) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.ExtensionDecided,
                Actor = current.Viewer.Account,
                Subject = subject,
                Detail = detail,
            }
        );
}
