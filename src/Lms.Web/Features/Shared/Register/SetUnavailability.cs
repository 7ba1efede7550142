using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Register;

public enum AwayAnswer
{
    Done,

    /// <summary>The end before the beginning, or in the past already.</summary>
    BadDays,

    TooLong,

    /// <summary>Neither the viewer nor anyone they answer for.</summary>
    Unknown,
}

/// <summary>
/// Says that someone is away until a day: the person themselves, or who follows them. The reason stays
/// between the two; the log says that something was set, not when they are away and not why.
/// </summary>
public sealed class SetUnavailability(
    LmsDbContext db,
    RecomputeMemberships memberships,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public const int LongestReason = 300;
    private const int MostDays = 5 * 366;

    public Task<AwayAnswer> RunAsync(PersonId id, DateOnly from, DateOnly until, string? reason)
    {
        var why = string.Join(' ', (reason ?? "").Split((char[]?)null, Split));
        var answer =
            until < from || until < Today ? AwayAnswer.BadDays
            : why.Length > LongestReason || until.DayNumber - from.DayNumber > MostDays
                ? AwayAnswer.TooLong
            : AwayAnswer.Done;
        return answer != AwayAnswer.Done
            ? Task.FromResult(answer)
            : db.WriteAsync(async () =>
            {
                if (!await MayAsync(id))
                {
                    return AwayAnswer.Unknown;
                }

                db.Unavailabilities.Add(
                    new Unavailability
                    {
                        Id = new(time.NewId()),
                        PersonId = id,
                        From = from,
                        Until = until,
                        Reason = why.Length > 0 ? why : null,
                        RecordedAt = time.Now(),
                    }
                );
                Record(id, "set");
                await db.SaveChangesAsync();
                memberships.After(db, [id]);
                return AwayAnswer.Done;
            });
    }

    /// <summary>The person is back today, or does not go; false when there is no such absence.</summary>
    public Task<bool> EndAsync(PersonId id, UnavailabilityId which) =>
        db.WriteAsync(async () =>
        {
            var away = await db.Unavailabilities.SingleOrDefaultAsync(one =>
                one.Id == which && one.PersonId == id && one.EndedAt == null
            );
            if (away is null || away.Until < Today || !await MayAsync(id))
            {
                return false;
            }

            away.EndedAt = time.Now();
            Record(id, "ended");
            await db.SaveChangesAsync();
            memberships.After(db, [id]);
            return true;
        });

    /// <summary>The last day of the absence that a day lies in; null for none.</summary>
    public static DateOnly? UntilOn(IEnumerable<DaySpan> away, DateOnly day) =>
        away.Where(span => span.Has(day)).Select(span => (DateOnly?)span.Until).Max();

    private DateOnly Today => pack.DayOf(time.Now());

    private async Task<bool> MayAsync(PersonId id)
    {
        var person = await db
            .People.Where(one => one.Id == id && one.ErasedAt == null && one.MergedInto == null)
            .Select(one => new { one.Community })
            .SingleOrDefaultAsync();
        return person is not null
            && (current.Viewer.Person == id || current.Viewer.Answers(person.Community));
    }

    private void Record(PersonId id, string what) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.UnavailabilitySet,
                Actor = current.Viewer.Account,
                Subject = id,
                Detail = what,
            }
        );

    private const StringSplitOptions Split = StringSplitOptions.RemoveEmptyEntries;
}
