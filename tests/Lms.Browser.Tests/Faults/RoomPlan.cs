using Lms.Browser.Tests.Support;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lms.Browser.Tests.Faults;

/// <summary>
/// A session planned in the data folder of a server, and the product's own eyes on what became of it: a
/// product put together beside the server, which serves nothing.
/// </summary>
internal sealed class RoomPlan : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<string, PersonId> owners = [];

    private RoomPlan(WebApplication app, LiveSessionId session)
    {
        this.app = app;
        Id = session;
    }

    public LiveSessionId Id { get; }

    public Guid Session => Id.Value;

    public static async Task<RoomPlan> MakeAsync(ServerSettings settings)
    {
        var product = LmsApplication.Build(
            [],
            builder =>
                builder.Configuration.AddInMemoryCollection(
                    settings.Environment.Select(one =>
                        KeyValuePair.Create(
                            one.Key.Replace("__", ":", StringComparison.Ordinal),
                            (string?)one.Value
                        )
                    )
                )
        );
        var now = TimeProvider.System.GetUtcNow();
        var plan = new RoomPlan(product, new(Guid.CreateVersion7(now)));
        await using var db = plan.Open();
        db.LiveSessions.Add(
            new LiveSession
            {
                Id = plan.Id,
                Operation = new OperationId(Guid.CreateVersion7(now)),
                Title = "Зустріч",
                Language = "uk",
                StartsAt = now.AddMinutes(5),
                Minutes = 60,
                Admission = Admission.Open,
                Form = SessionForm.Online,
                State = SessionState.Scheduled,
                By = new(Guid.CreateVersion7(now)),
                CreatedAt = now,
            }
        );
        foreach (
            var (name, role) in new[]
            {
                ("trainer", RoomRole.Trainer),
                ("author", RoomRole.CoTrainer),
                ("manager", RoomRole.Moderator),
                ("specialist", RoomRole.CoTrainer),
                ("specialist2", RoomRole.Moderator),
            }
        )
        {
            db.SessionTrainers.Add(
                new SessionTrainer
                {
                    SessionId = plan.Id,
                    PersonId = (await AccountAsync(db, name)).PersonId!.Value,
                    Role = role,
                }
            );
        }

        await db.SaveChangesAsync();
        return plan;
    }

    /// <summary>The cookie of a fresh sign-in.</summary>
    public async Task<string> CookieAsync(string name)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = Open();
        var account = await AccountAsync(db, name);
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
        var cookie = app
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            SignInCookie.Of(session.Id, account),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(1) },
            IdentityConstants.ApplicationScheme
        );
        var words = $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
        owners[words] = account.PersonId!.Value;
        return words;
    }

    public async Task<IReadOnlyList<LiveEvent>> LogAsync()
    {
        await using var db = Open();
        return await db
            .LiveEvents.AsNoTracking()
            .Where(one => one.SessionId == Id)
            .OrderBy(one => one.Number)
            .ToListAsync();
    }

    /// <summary>Everything that devices were told is saved stands there, once.</summary>
    public async Task AssertKeptAsync(IEnumerable<RoomDevice> devices)
    {
        var log = await LogAsync();
        var numbers = log.Where(one => one.Operation is not null)
            .ToDictionary(one => one.Operation!.Value.Value, one => one.Number);
        await using var db = Open();
        var presences = await db
            .LivePresences.AsNoTracking()
            .Where(one => one.SessionId == Id)
            .ToListAsync();
        foreach (var device in devices)
        {
            foreach (var (operation, number) in device.Acknowledged)
            {
                Assert.Equal(number, numbers.GetValueOrDefault(operation));
            }

            var own = presences.Where(one => one.PersonId == owners[device.Cookie]).ToList();
            Assert.All(
                device.Beats,
                at => Assert.Contains(own, one => one.From <= at && at <= one.LastBeat)
            );
        }
    }

    private LmsDbContext Open() =>
        app
            .Services.GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("a test plans a session"));

    private static Task<Account> AccountAsync(LmsDbContext db, string name) =>
        db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example");

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
