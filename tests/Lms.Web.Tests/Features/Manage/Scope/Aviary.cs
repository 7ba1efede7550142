using Lms.Domain.Live;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.Scope;

/// <summary>
/// Communities of two raions and of another oblast with a canary each, and those who follow them: one,
/// two, a raion, the oblast, and a deputy of the first.
/// </summary>
internal sealed class Aviary(LmsHost host, IReadOnlyList<Canary> canaries, LiveSessionId session)
    : IAsyncDisposable
{
    public static readonly TerritoryCode Sumy = new("UA59080270000073662");

    // Of another oblast.
    private static readonly TerritoryCode Beyond = new("UA53020010000035494");
    private static readonly TerritoryCode Raion = new("UA59080000000057897");
    private static readonly TerritoryCode Oblast = new("UA59000000000057109");
    private static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>Demo account → the territories that it follows as a manager.</summary>
    public static readonly IReadOnlyDictionary<string, TerritoryCode[]> Followed = new Dictionary<
        string,
        TerritoryCode[]
    >
    {
        ["manager"] = [RespondersPack.Lebedyn],
        ["trainer"] = [RespondersPack.Lebedyn, RespondersPack.Romny],
        ["author"] = [Raion],
        ["regional"] = [Oblast],
        ["specialist2"] = [RespondersPack.Lebedyn],
    };

    private const string Deputy = "specialist2";

    public static IEnumerable<string> Managers => Followed.Keys;

    public LmsHost Host => host;

    public LiveSessionId Session => session;

    public IReadOnlyList<Canary> Canaries => canaries;

    public static async Task<Aviary> StartAsync(TestDatabase database)
    {
        var host = await RespondersPack.StartAsync(database);
        await AppointAsync(host);
        var session = await MeetingRoom.PlanAsync(host, "admin");
        Canary[] canaries =
        [
            new("Щиголь", RespondersPack.Lebedyn),
            new("Снігур", Sumy),
            new("Одуд", RespondersPack.Romny),
            new("Вивільга", Beyond),
        ];
        await using var db = host.Look();
        foreach (var canary in canaries)
        {
            await canary.AddAsync(db, session);
        }

        return new(host, canaries, session);
    }

    public IReadOnlyList<Canary> Of(string manager)
    {
        var tree = host.Services.GetRequiredService<OrganisationPack>().Territories;
        var within = Followed[manager].SelectMany(tree.CommunitiesWithin).ToHashSet();
        return [.. canaries.Where(one => within.Contains(one.Community))];
    }

    public IReadOnlyList<Canary> Foreign(string manager) => [.. canaries.Except(Of(manager))];

    public async Task<Viewer> ViewerAsync(string manager)
    {
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == $"{manager}@demo.example");
        return Viewer.Of(
            account.Id,
            account.PersonId,
            Followed[manager]
                .Select(place => new HeldGrant(AccessRole.Manager, place, Today.AddDays(-1), null)),
            Today,
            host.Services.GetRequiredService<OrganisationPack>().Territories
        );
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static async Task AppointAsync(LmsHost host)
    {
        await using var db = host.Look();
        var manager = await db.Accounts.SingleAsync(one => one.Email == "manager@demo.example");
        foreach (var (name, places) in Followed)
        {
            if (name is "manager" or "regional")
            {
                continue;
            }

            var account = await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example");
            db.Grants.AddRange(
                places.Select(place => new Grant
                {
                    Id = new(Guid.CreateVersion7()),
                    AccountId = account.Id,
                    Role = AccessRole.Manager,
                    Territory = place,
                    From = Today.AddDays(-1),
                    To = Today.AddDays(30),
                    DeputyOf = name == Deputy ? manager.Id : null,
                })
            );
        }

        await db.SaveChangesAsync();
    }
}
