using System.Collections.Concurrent;
using System.Collections.Frozen;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Access;

/// <summary>
/// Reads whose sign-in a cookie names, on every request. What was read is kept for ten seconds as long
/// as this process has written nothing to what it rests on: an ended session, a closed account, a
/// changed password or a lost grant counts at once, and within ten seconds where another process
/// wrote it.
/// </summary>
public sealed class ViewerReads(
    LmsDatabase database,
    WriteWatch watch,
    OrganisationPack pack,
    Sessions sessions,
    LmsSettings settings,
    TimeProvider time
)
{
    private static readonly Viewer SignIn = Viewer.System("check the cookie of a request");
    private static readonly TimeSpan SeenTo = TimeSpan.FromMinutes(5);
    private const int MostKept = 10_000;

    private static readonly IReadOnlyList<AccessRole> WithoutSecondFactor =
    [
        .. Enum.GetValues<AccessRole>().Where(role => !SecondFactorRule.IsAskedOf(role)),
    ];

    private readonly ConcurrentDictionary<SignInSessionId, KeptRow> kept = new();

    private readonly Func<LmsDbContext, SignInSessionId, DateOnly, Task<SessionRow?>> find =
        EF.CompileAsyncQuery(
            Backing.Spelt<Func<LmsDbContext, SignInSessionId, DateOnly, SessionRow?>>(
                (db, id, today) =>
                    db
                        .Sessions.Where(session => session.Id == id && session.EndedAt == null)
                        .Join(
                            db.Accounts,
                            session => session.AccountId,
                            account => account.Id,
                            (session, account) =>
                                new SessionRow(
                                    account.Id,
                                    account.PersonId,
                                    account.SecurityStamp,
                                    account.DeactivatedAt,
                                    account.TotpSecret != null
                                        || db.Set<IdentityUserPasskey<AccountId>>()
                                            .Any(passkey => passkey.UserId == account.Id),
                                    session.Means,
                                    session.StartedAt,
                                    session.ProvedAt,
                                    session.SeenAt,
                                    account
                                        .Grants.Select(grant => new HeldGrant(
                                            grant.Role,
                                            grant.Territory,
                                            grant.From,
                                            grant.To
                                        )
                                        {
                                            IsBacked = Backing.IsBacked(db, grant, today),
                                        })
                                        .ToList()
                                )
                        )
                        .FirstOrDefault()
            )
        );

    /// <summary>The viewer; null when the session is over or the cookie is from before a change.</summary>
    public async Task<Viewer?> FindAsync(SignInSessionId id, string stamp)
    {
        var now = time.Now();
        var today = pack.DayOf(now);
        var row = await RowAsync(id, today);
        if (row is null || row.Stamp != stamp || row.DeactivatedAt is not null || IsOver(row, now))
        {
            return null;
        }

        if (now - row.SeenAt >= SeenTo)
        {
            await SeeAsync(id);
            kept.TryRemove(id, out _);
        }

        var viewer = Viewer
            .Of(row.Account, row.Person, row.Grants, today, pack.Territories)
            .By(id, row.Means, row.ProvedAt);
        return SecondFactorRule.Wants(row.Means, row.HasSecondFactor, viewer.Roles, settings.Demo)
            ? viewer.WithoutSecondFactor()
            : viewer;
    }

    /// <summary>
    /// Of many sign-ins, those that stand and whose account neither has a second factor nor any role that
    /// asks for one: one question for a thousand who only listen. Of the others nothing is said: they are
    /// asked after one by one.
    /// </summary>
    public async Task<IReadOnlyDictionary<SignInSessionId, StandingSignIn>> StandingAsync(
        IReadOnlyCollection<SignInSessionId> ids
    )
    {
        // Most of the time nobody is in any room.
        if (ids.Count == 0)
        {
            return FrozenDictionary<SignInSessionId, StandingSignIn>.Empty;
        }

        var now = time.Now();
        var (idle, longest) = (now - Sessions.Idle, now - Sessions.Longest);
        await using var db = database.Open(SignIn);
        var rows = await db
            .Sessions.Where(session =>
                ids.Contains(session.Id)
                && session.EndedAt == null
                && session.SeenAt >= idle
                && session.StartedAt >= longest
            )
            .Join(
                db.Accounts.Where(account =>
                    account.DeactivatedAt == null
                    && account.Grants.All(grant => WithoutSecondFactor.Contains(grant.Role))
                    && account.TotpSecret == null
                    && !db.Set<IdentityUserPasskey<AccountId>>()
                        .Any(passkey => passkey.UserId == account.Id)
                ),
                session => session.AccountId,
                account => account.Id,
                (session, account) =>
                    new
                    {
                        session.Id,
                        session.SeenAt,
                        account.PersonId,
                        account.SecurityStamp,
                    }
            )
            .ToListAsync();
        var unseen = rows.Where(row => now - row.SeenAt >= SeenTo).Select(row => row.Id).ToList();
        if (unseen.Count > 0)
        {
            await SeeAsync(unseen);
        }

        return rows.ToDictionary(
            row => row.Id,
            row => new StandingSignIn(row.PersonId, row.SecurityStamp)
        );
    }

    private async ValueTask<SessionRow?> RowAsync(SignInSessionId id, DateOnly today)
    {
        if (
            kept.TryGetValue(id, out var known)
            && known.Day == today
            && watch.Rights.Holds(known.ReadAt)
        )
        {
            return known.Row;
        }

        var readAt = watch.Rights.Now;
        await using var db = database.Open(SignIn);
        var row = await find(db, id, today);
        if (row is null)
        {
            kept.TryRemove(id, out _);
            return null;
        }

        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        kept[id] = new(row, today, readAt);
        return row;
    }

    private static bool IsOver(SessionRow row, DateTimeOffset now) =>
        now - row.SeenAt > Sessions.Idle || now - row.StartedAt > Sessions.Longest;

    // A disk that takes nothing more keeps nobody from reading.
    private async Task SeeAsync(params IReadOnlyCollection<SignInSessionId> ids)
    {
        try
        {
            await sessions.SeeAsync(ids);
        }
        catch (Exception failure) when (FailurePages.IsStorageTrouble(failure)) { }
    }

    private sealed record KeptRow(SessionRow Row, DateOnly Day, long ReadAt);

    private sealed record SessionRow(
        AccountId Account,
        PersonId? Person,
        string? Stamp,
        DateTimeOffset? DeactivatedAt,
        bool HasSecondFactor,
        SignInMeans Means,
        DateTimeOffset StartedAt,
        DateTimeOffset ProvedAt,
        DateTimeOffset SeenAt,
        List<HeldGrant> Grants
    );
}

/// <summary>Whose a sign-in is that has not ended.</summary>
/// <param name="Stamp">A cookie with another is from before a change.</param>
public readonly record struct StandingSignIn(PersonId? Person, string? Stamp);
