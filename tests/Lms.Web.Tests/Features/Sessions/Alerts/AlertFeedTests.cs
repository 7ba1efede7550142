using Lms.Domain.Live;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Sessions.Alerts;
using Lms.Web.Tests.Features.Sessions.Live;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Sessions.Alerts;

/// <summary>The feed of the settings, played by a server of the test's own.</summary>
public sealed class AlertFeedTests
{
    private const string Oblast = "UA59000000000057109";

    [Fact]
    public async Task The_feed_stops_rooms_of_its_territory_and_lets_them_go_on()
    {
        var said = """{"alerts":[]}""";
        var tokens = new HashSet<string>();
        await using var feed = WebApplication.CreateSlimBuilder().Build();
        feed.Urls.Add("http://127.0.0.1:0");
        feed.MapGet(
            "/active.json",
            (HttpRequest request) =>
            {
                tokens.Add(request.Headers.Authorization.ToString());
                return Results.Content(said, "application/json");
            }
        );
        await feed.StartAsync();
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            settings:
            [
                ("Lms:Alert:Address", $"{feed.Urls.First()}/active.json"),
                ("Lms:Alert:Token", "secret-token"),
                ("Lms:Alert:Seconds", "1"),
            ]
        );
        var session = await RoomStage.PlanAsync(host, one => one.Territory = new(Oblast));
        await using var trainer = new RoomVisitor(
            host,
            await RoomStage.CookieAsync(host, "trainer"),
            session.Value
        );
        await trainer.ConnectAsync();
        await trainer.HelloAsync();
        await trainer.DoneAsync(new { kind = "stateSet", state = "live" });

        said =
            """{"alerts":[{"location_title":"Сумська область","alert_type":"air_raid","finished_at":null},{"location_title":"Деінде","alert_type":"air_raid"}]}""";
        await UntilAsync(() => trainer.Room.Words().Contains("paused", StringComparison.Ordinal));
        Assert.Contains("\"isAlert\": \"true\"", trainer.Room.Words());
        Assert.Equal(["Bearer secret-token"], tokens);

        // A feed that falls silent ends no alert.
        said = "<html>502</html>";
        await Task.Delay(2_500);
        Assert.Contains("\"isAlert\": \"true\"", trainer.Room.Words());
        said = """{"alerts":[]}""";
        await UntilAsync(() =>
            trainer.Room.Words().Contains("\"isAlert\": \"false\"", StringComparison.Ordinal)
        );
        await using var db = host.Look();
        var alert = await db.AirAlerts.SingleAsync();
        Assert.Equal((AlertSource.Feed, Oblast), (alert.Source, alert.Territory.Value));
        Assert.NotNull(alert.Until);
    }

    [Theory]
    [InlineData(-60, 60, "2026-12-11")]
    [InlineData(-30, 29 * 60, "2026-12-13")]
    [InlineData(-120, -10, null)]
    [InlineData(10, 60, null)]
    public async Task A_day_that_ended_within_an_alert_moves_to_its_end_plus_its_length(
        int from,
        int until,
        string? moved
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var pack = host.Services.GetRequiredService<OrganisationPack>();
        var due = new DateOnly(2026, 12, 10);
        var midnight = pack.StartOf(due.AddDays(1));
        var person = await RoomStage.PersonAsync(host, "specialist");
        await using (var db = host.Look())
        {
            db.Assignments.Add(
                new Assignment
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = person,
                    Course = "k1-basics",
                    DueOn = due,
                    From = due.AddDays(-30),
                    AssignedAt = host.Clock.GetUtcNow(),
                    Operation = "a test",
                }
            );
            db.AirAlerts.Add(
                new AirAlert
                {
                    Id = new(Guid.CreateVersion7()),
                    Territory = new(Oblast),
                    From = midnight.AddMinutes(from),
                    Until = midnight.AddMinutes(until),
                    Source = AlertSource.Feed,
                }
            );
            await db.SaveChangesAsync();
        }

        host.Clock.Forward(midnight.AddMinutes(until + 1) - host.Clock.GetUtcNow());
        for (var twice = 0; twice < 2; twice++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            scope
                .ServiceProvider.GetRequiredService<CurrentViewer>()
                .Become(Viewer.System("a test moves deadlines"));
            await ActivatorUtilities
                .CreateInstance<MoveAlertedDeadlines>(scope.ServiceProvider)
                .RunAsync();
        }

        await using var look = host.Look();
        var assignment = await look
            .Assignments.Include(one => one.Extensions)
            .SingleAsync(one => one.Operation == "a test");
        Assert.Equal(moved is null ? due : DateOnly.Parse(moved), assignment.DueNow());
        Assert.Equal(moved is null ? 0 : 1, assignment.Extensions.Count);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var tries = 0; tries < 150 && !isSo(); tries++)
        {
            await Task.Delay(100);
        }

        Assert.True(isSo());
    }
}
