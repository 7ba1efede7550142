using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Erasing;

public enum ErasureAnswer
{
    Done,

    /// <summary>Nobody could let anyone in afterwards.</summary>
    LastAdministrator,

    NoSuchPerson,

    /// <summary>The wish was taken back before its rows went: nothing was done.</summary>
    TakenBack,

    /// <summary>One of several went wrong; the log says how.</summary>
    Failed,
}

/// <summary>
/// Takes everything that names a person out of the database and the folder in one write: the wish is
/// claimed, the rows go, a line goes into the ledger, flushed, then letters in files go; after the
/// commit the bytes of the database's files. What is cut off after the ledger is done at the next start.
/// </summary>
public sealed class ErasePerson(
    LmsDatabase database,
    LmsSettings settings,
    ErasureFile ledger,
    OrganisationPack pack,
    AfterErasure after,
    TellAfter tell,
    TimeProvider time,
    ILogger<ErasePerson> log
)
{
    private static readonly Viewer Eraser = Viewer.System("erase a person");

    /// <param name="by">Null when the product itself acts: the time to take it back is over.</param>
    public async Task<ErasureAnswer> RunAsync(
        PersonId person,
        AccountId? by = null,
        CancellationToken cancel = default
    ) => (await RunAsync([person], by, onlyWished: false, cancel))[0];

    /// <summary>Those whose own wish is due, and as long as it stands.</summary>
    public Task<IReadOnlyList<ErasureAnswer>> RunDueAsync(
        IReadOnlyList<PersonId> people,
        CancellationToken cancel = default
    ) => RunAsync(people, by: null, onlyWished: true, cancel);

    /// <summary>Several at once rewrite the files once.</summary>
    public Task<IReadOnlyList<ErasureAnswer>> RunAsync(
        IReadOnlyList<PersonId> people,
        AccountId? by = null,
        CancellationToken cancel = default
    ) => RunAsync(people, by, onlyWished: false, cancel);

    private async Task<IReadOnlyList<ErasureAnswer>> RunAsync(
        IReadOnlyList<PersonId> people,
        AccountId? by,
        bool onlyWished,
        CancellationToken cancel
    )
    {
        var answers = new List<ErasureAnswer>(people.Count);
        foreach (var person in people)
        {
            try
            {
                answers.Add(await EraseAsync(person, by, onlyWished, cancel));
            }
            catch (Exception failure) when (people.Count > 1 && !cancel.IsCancellationRequested)
            {
                // The others have waited long enough too; this one is due again the next day.
                log.LogError(failure, "{Person} was not erased", person.Value);
                answers.Add(ErasureAnswer.Failed);
            }
        }

        if (answers.Contains(ErasureAnswer.Done))
        {
            await after.Look();
        }

        await ForgetAsync();
        return answers;
    }

    // Also of those before, where it was refused: asked each day and at each start, whoever is erased.
    private async Task ForgetAsync()
    {
        var erased = ledger.Length;
        if (erased == ledger.Forgotten)
        {
            return;
        }

        // They are erased by now: whoever asked and has gone since stops nothing, nor does the disk.
        if (
            !await database.ForgetDeletedAsync(rewrite: true, CancellationToken.None)
            || !ledger.Forgets(erased)
        )
        {
            log.LogWarning(
                "The files of the database were not rewritten: they are the next day or at the next start"
            );
        }
    }

    private async Task<ErasureAnswer> EraseAsync(
        PersonId person,
        AccountId? by,
        bool onlyWished,
        CancellationToken cancel
    )
    {
        var now = time.Now();
        await using var db = database.Open(Eraser);
        var answer = await MayAsync(db, person, now, cancel);
        if (answer is not ErasureAnswer.Done)
        {
            return answer;
        }

        return await db.WriteAsync(
            async () =>
            {
                db.ChangeTracker.Clear();
                if (onlyWished && !await ClaimAsync(db, person, now, cancel))
                {
                    return ErasureAnswer.TakenBack;
                }

                await WriteAsync(db, person, now, by, cancel);
                return ErasureAnswer.Done;
            },
            cancel
        );
    }

    // Whoever takes the wish back meanwhile changes the same row: one of the two finds it gone.
    private static async Task<bool> ClaimAsync(
        LmsDbContext db,
        PersonId person,
        DateTimeOffset now,
        CancellationToken cancel
    ) =>
        await db
            .Erasures.Where(wish =>
                wish.PersonId == person
                && wish.DueAt <= now
                && wish.CancelledAt == null
                && wish.DoneAt == null
            )
            .ExecuteUpdateAsync(set => set.SetProperty(wish => wish.DoneAt, now), cancel) > 0;

    private async Task WriteAsync(
        LmsDbContext db,
        PersonId person,
        DateTimeOffset now,
        AccountId? by,
        CancellationToken cancel
    )
    {
        var who = (await Footprint.FindAsync(db, person, now, cancel))!;
        db.ChangeTracker.Clear();
        foreach (var rule in ErasureRules.All)
        {
            await rule.ApplyAsync(db, who, cancel);
        }

        foreach (
            var one in await db.People.Where(one => who.People.Contains(one.Id)).ToListAsync(cancel)
        )
        {
            one.Name = NameOf(one.Id);
            one.LatinName = null;
            one.ErasedAt = now;
        }

        db.Audit.Add(
            new AuditEntry
            {
                At = now,
                Action = AuditAction.PersonErased,
                // The actor's own account may be the one that has just gone: its id names no one.
                Actor = by,
                Subject = who.People[0],
            }
        );
        await db.SaveChangesAsync(cancel);
        await RewordAsync(db, who, cancel);
        // Last before the commit: nothing outside the database goes for a write that has lost its race.
        await ledger.AddAsync(who.People, now, cancel);
        await LetterFiles.DeleteAsync(settings, who, cancel);
    }

    // What they answered in words stands in letters to others.
    private async Task RewordAsync(LmsDbContext db, Footprint who, CancellationToken cancel)
    {
        var attended = await db
            .LiveEvents.Where(one => one.By != null && who.People.Contains(one.By.Value))
            .Select(one => one.SessionId)
            .Distinct()
            .ToListAsync(cancel);
        foreach (var session in attended)
        {
            await tell.RewordAsync(db, session, cancel);
        }
    }

    // «Видалена особа #1a2b3c4d»: the end of the surrogate, which is random.
    private PersonName NameOf(PersonId person) =>
        new(
            Texts.In(pack.Languages[0]).Fill("shared.erased", person.Value.ToString("N")[^8..]),
            "",
            ""
        );

    /// <summary>Whether the person can be erased; <see cref="ErasureAnswer.Done"/> when so.</summary>
    public async Task<ErasureAnswer> MayAsync(PersonId person, CancellationToken cancel = default)
    {
        await using var db = database.Open(Eraser);
        return await MayAsync(db, person, time.Now(), cancel);
    }

    private async Task<ErasureAnswer> MayAsync(
        LmsDbContext db,
        PersonId person,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (await Footprint.FindAsync(db, person, now, cancel) is not { } who)
        {
            return ErasureAnswer.NoSuchPerson;
        }

        return await LastAdministrator.IsAmongAsync(db, who.Accounts, pack.DayOf(now), cancel)
            ? ErasureAnswer.LastAdministrator
            : ErasureAnswer.Done;
    }
}
