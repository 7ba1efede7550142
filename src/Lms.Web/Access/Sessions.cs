using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Access;

/// <summary>Begins, renews and ends the sign-ins that cookies name.</summary>
public sealed class Sessions(LmsDatabase database, TimeProvider time)
{
    /// <summary>Without a visit for so long, a session is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    /// <summary>NIST SP 800-63B-4, 2.1.3: after thirty days one signs in again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private const int LongestNetwork = 45;
    private static readonly Viewer SignIn = Viewer.System("sessions");

    /// <summary>A fresh one; that of the same browser before it ends.</summary>
    public async Task<SignInSession> BeginAsync(
        HttpContext http,
        AccountId account,
        SignInMeans means
    )
    {
        var now = time.Now();
        var before = http.RequestServices.GetRequiredService<CurrentViewer>().Viewer.Session;
        var session = new SignInSession
        {
            Id = new(time.NewId()),
            AccountId = account,
            StartedAt = now,
            Means = means,
            ProvedAt = now,
            SeenAt = now,
            Device = Device.Of(http.Request.Headers.UserAgent.ToString()),
            Network = Cut(http.Connection.RemoteIpAddress?.ToString() ?? ""),
        };
        await using var db = database.Open(SignIn);
        return await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            db.Sessions.Add(session);
            if (before is { } known)
            {
                foreach (var old in await OpenOf(db, one => one.Id == known).ToListAsync())
                {
                    old.EndedAt = now;
                }
            }

            await db.SaveChangesAsync();
            return session;
        });
    }

    /// <summary>Who sits there has just proved again who they are.</summary>
    public async Task ProveAsync(SignInSessionId id)
    {
        var now = time.Now();
        await using var db = database.Open(SignIn);
        await db.WriteAsync(async () =>
        {
            var session = await db.Sessions.SingleAsync(one => one.Id == id);
            session.ProvedAt = now;
            session.SeenAt = now;
            await db.SaveChangesAsync();
        });
    }

    public async Task SeeAsync(params IReadOnlyCollection<SignInSessionId> ids)
    {
        var now = time.Now();
        await using var db = database.Open(SignIn);
        await db.WriteAsync(() =>
            db
                .Sessions.Where(one => ids.Contains(one.Id))
                .TagWith(WriteWatch.NoRight)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now))
        );
    }

    /// <summary>One of the account, inside the caller's write; nothing when it is foreign or over.</summary>
    public async Task EndAsync(LmsDbContext db, AccountId account, SignInSessionId id)
    {
        foreach (
            var session in await OpenOf(db, one => one.Id == id && one.AccountId == account)
                .ToListAsync()
        )
        {
            End(db, session);
        }
    }

    /// <summary>
    /// All of the account but one, inside the caller's write: from the next request on their cookies
    /// are refused.
    /// </summary>
    public async Task EndAllAsync(
        LmsDbContext db,
        AccountId account,
        SignInSessionId? except = null
    )
    {
        foreach (
            var session in await OpenOf(db, one => one.AccountId == account && one.Id != except)
                .ToListAsync()
        )
        {
            End(db, session);
        }
    }

    private void End(LmsDbContext db, SignInSession session)
    {
        session.EndedAt = time.Now();
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.SignInEnded,
                Actor = session.AccountId,
            }
        );
    }

    private static IQueryable<SignInSession> OpenOf(
        LmsDbContext db,
        System.Linq.Expressions.Expression<Func<SignInSession, bool>> which
    ) => db.Sessions.Where(session => session.EndedAt == null).Where(which);

    private static string Cut(string text) =>
        text.Length <= LongestNetwork ? text : text[..LongestNetwork];
}
