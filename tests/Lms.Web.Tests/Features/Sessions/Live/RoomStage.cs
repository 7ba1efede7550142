using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>
/// A product with one session about to begin: a trainer, a co-trainer, a moderator, an observer and two
/// who have a seat; and others who have nothing to do with it.
/// </summary>
internal sealed class RoomStage : IAsyncDisposable
{
    public static readonly (string Person, RoomRole Role)[] Cast =
    [
        ("trainer", RoomRole.Trainer),
        ("author", RoomRole.CoTrainer),
        ("manager", RoomRole.Moderator),
        ("auditor", RoomRole.Observer),
        ("specialist", RoomRole.Participant),
        ("specialist2", RoomRole.Participant),
    ];

    private readonly List<RoomVisitor> visitors = [];

    private RoomStage(LmsHost host, LiveSessionId session)
    {
        Host = host;
        Session = session;
    }

    public LmsHost Host { get; private set; }

    public LiveSessionId Session { get; }

    public static async Task<RoomStage> SetAsync(
        TestDatabase? database = null,
        Action<LiveSession>? plan = null,
        bool isRehearsal = false
    )
    {
        var host = await LmsHost.StartAsync(database ?? TestDatabase.Sqlite);
        var session = await PlanAsync(host, plan, isRehearsal);
        return new(host, session);
    }

    public static async Task<LiveSessionId> PlanAsync(
        LmsHost host,
        Action<LiveSession>? plan = null,
        bool isRehearsal = false
    )
    {
        await using var db = host.Look();
        var id = new LiveSessionId(Guid.CreateVersion7(host.Clock.GetUtcNow()));
        var of = isRehearsal ? await PlanAsync(host) : (LiveSessionId?)null;
        var session = new LiveSession
        {
            Id = id,
            Operation = new OperationId(Guid.CreateVersion7(host.Clock.GetUtcNow())),
            RehearsalOf = of,
            Title = "Зустріч",
            Language = "uk",
            StartsAt = host.Clock.GetUtcNow().AddMinutes(5),
            Minutes = 60,
            Admission = Admission.Open,
            Form = SessionForm.Online,
            IsRecorded = true,
            State = SessionState.Scheduled,
            By = new(Guid.CreateVersion7(host.Clock.GetUtcNow())),
            CreatedAt = host.Clock.GetUtcNow(),
        };
        plan?.Invoke(session);
        db.LiveSessions.Add(session);
        var position = 0;
        foreach (var (name, role) in Cast)
        {
            var person = await PersonAsync(host, name);
            if (role == RoomRole.Participant)
            {
                db.SessionSeats.Add(
                    new SessionSeat
                    {
                        SessionId = id,
                        PersonId = person,
                        Position = ++position,
                        State = SeatState.Seated,
                        At = host.Clock.GetUtcNow(),
                    }
                );
            }
            else
            {
                db.SessionTrainers.Add(
                    new SessionTrainer
                    {
                        SessionId = id,
                        PersonId = person,
                        Role = role,
                    }
                );
            }
        }

        await db.SaveChangesAsync();
        return id;
    }

    public static async Task<PersonId> PersonAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        return (
            await db
                .Accounts.Where(account => account.Email == $"{name}@demo.example")
                .Select(account => account.PersonId)
                .SingleAsync()
        )!.Value;
    }

    public Task<PersonId> PersonAsync(string name) => PersonAsync(Host, name);

    /// <summary>The server is down for so long; who was connected has to come back.</summary>
    public async Task RestartAsync(TimeSpan after)
    {
        foreach (var visitor in visitors)
        {
            await visitor.DropAsync();
        }

        visitors.Clear();
        Host = await Host.AgainAsync(after);
    }

    /// <summary>Lines of a run before: nobody has opened the room yet.</summary>
    public async Task WriteAsync(IEnumerable<(PersonId? By, RoomEvent What)> lines)
    {
        await using var db = Host.Look();
        foreach (var (at, line) in lines.Index())
        {
            db.LiveEvents.Add(
                new()
                {
                    SessionId = Session,
                    Number = at + 1,
                    At = at,
                    By = line.By,
                    What = line.What,
                }
            );
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A device of a person, connected; it has not said Hello.</summary>
    public async Task<RoomVisitor> ConnectAsync(string name, LiveSessionId? session = null)
    {
        var visitor = new RoomVisitor(
            Host,
            await CookieAsync(Host, name),
            (session ?? Session).Value
        );
        visitors.Add(visitor);
        await visitor.ConnectAsync();
        return visitor;
    }

    public async Task<RoomVisitor> EnterAsync(string name)
    {
        var visitor = await ConnectAsync(name);
        await visitor.HelloAsync();
        return visitor;
    }

    /// <summary>The session has begun.</summary>
    public async Task<RoomVisitor> BeginAsync()
    {
        var trainer = await EnterAsync("trainer");
        await trainer.DoneAsync(new { kind = "stateSet", state = "live" });
        return trainer;
    }

    /// <summary>The cookie of a fresh sign-in, as the page would give it.</summary>
    public static async Task<string> CookieAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example");
        var now = host.Clock.GetUtcNow();
        var session = new SignInSession
        {
            Id = new(Guid.CreateVersion7(now)),
            AccountId = account.Id,
            StartedAt = now,
            Means = SignInMeans.PasswordAndTotp,
            ProvedAt = now,
            SeenAt = now,
            Device = "",
            Network = "",
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        var cookie = host
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            SignInCookie.Of(session.Id, account),
            // A hub closes by the machine's own clock what has expired, whatever the test's says.
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddYears(10) },
            IdentityConstants.ApplicationScheme
        );
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
        {
            await visitor.DisposeAsync();
        }

        await Host.DisposeAsync();
    }
}
