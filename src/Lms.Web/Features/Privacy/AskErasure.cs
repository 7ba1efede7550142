using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Privacy;

/// <summary>A person's own wish to be erased: asked for, and taken back while there is time.</summary>
public sealed class AskErasure(
    LmsDatabase database,
    ErasePerson erase,
    LmsSettings settings,
    Content.Pack.OrganisationPack pack,
    TimeProvider time
)
{
    private static readonly Viewer Asked = Viewer.System("keep a person's wish to be erased");

    /// <summary>Asking twice is asking once: the first day counts.</summary>
    public async Task<ErasureAnswer> AskAsync(PersonId person, AccountId by, Texts texts)
    {
        var may = await erase.MayAsync(person);
        if (may is not ErasureAnswer.Done)
        {
            return may;
        }

        await using var db = database.Open(Asked);
        await db.WriteAsync(async () =>
        {
            if (await Open(db, person).AnyAsync())
            {
                return;
            }

            var now = time.Now();
            var wish = new Erasure
            {
                Id = new(time.NewId()),
                PersonId = person,
                AskedAt = now,
                DueAt = now.AddDays(settings.Retention.ErasureDays),
            };
            db.Erasures.Add(wish);
            db.Audit.Add(EntryOf(AuditAction.ErasureAsked, person, by, now));
            // Whoever found the device open is not the only one to know.
            await db.TellAsync(
                time,
                person,
                $"erasure {wish.Id.Value:N}",
                texts["privacy.letter.subject"],
                texts.Fill(
                    "privacy.letter.body",
                    texts.Day(pack.DayOf(wish.DueAt)),
                    new Uri(settings.Site.Uri, "/account/privacy")
                )
            );
            await db.SaveChangesAsync();
        });
        return ErasureAnswer.Done;
    }

    /// <summary>False when there was nothing to take back any more.</summary>
    public async Task<bool> TakeBackAsync(PersonId person, AccountId by)
    {
        await using var db = database.Open(Asked);
        return await db.WriteAsync(async () =>
        {
            // On the row itself: the job that erases claims it the same way.
            var now = time.Now();
            var taken = await Open(db, person)
                .ExecuteUpdateAsync(set => set.SetProperty(wish => wish.CancelledAt, now));
            if (taken == 0)
            {
                return false;
            }

            db.Audit.Add(EntryOf(AuditAction.ErasureCancelled, person, by, now));
            await db.SaveChangesAsync();
            return true;
        });
    }

    public static IQueryable<Erasure> Open(LmsDbContext db, PersonId person) =>
        db.Erasures.Where(wish =>
            wish.PersonId == person && wish.CancelledAt == null && wish.DoneAt == null
        );

    private static AuditEntry EntryOf(
        AuditAction action,
        PersonId person,
        AccountId by,
        DateTimeOffset now
    ) =>
        new()
        {
            At = now,
            Action = action,
            Actor = by,
            Subject = person,
        };
}
