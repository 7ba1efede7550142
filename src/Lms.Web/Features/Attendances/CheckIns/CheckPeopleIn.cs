using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Attendances.CheckIns;

public enum CheckInAnswer
{
    In,

    /// <summary>Not one of the codes of now.</summary>
    WrongCode,

    /// <summary>Doors are closed: not open yet, or over.</summary>
    NotNow,
}

/// <summary>That someone was seen in the room: by a code, or on the trainer's list. Twice is once.</summary>
public sealed class CheckPeopleIn(LmsDbContext db, CheckInCodes codes, TimeProvider time)
{
    public async Task<CheckInAnswer> ByCodeAsync(LiveSession session, PersonId person, string? code)
    {
        if (!session.State.IsOpen())
        {
            return CheckInAnswer.NotNow;
        }

        if (codes.Read(session.Id, code) is not { } means)
        {
            return CheckInAnswer.WrongCode;
        }

        await KeepAsync(session, [person], means, null);
        return CheckInAnswer.In;
    }

    public async Task<CheckInAnswer> ByListAsync(
        LiveSession session,
        IReadOnlyCollection<PersonId> people,
        ActorId by
    )
    {
        if (!session.State.IsOpen() && !session.State.IsOver())
        {
            return CheckInAnswer.NotNow;
        }

        await KeepAsync(session, people, CheckInMeans.List, by);
        return CheckInAnswer.In;
    }

    private Task KeepAsync(
        LiveSession session,
        IReadOnlyCollection<PersonId> people,
        CheckInMeans means,
        ActorId? by
    ) =>
        db.WriteAsync(async () =>
        {
            var known = await db
                .CheckIns.Where(one => one.SessionId == session.Id && people.Contains(one.PersonId))
                .Select(one => one.PersonId)
                .ToListAsync();
            db.CheckIns.AddRange(
                people
                    .Except(known)
                    .Select(person => new CheckIn
                    {
                        SessionId = session.Id,
                        PersonId = person,
                        Means = means,
                        At = time.Now(),
                        By = by,
                    })
            );
            await db.SaveChangesAsync();
        });
}
