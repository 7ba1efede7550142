using Lms.Browser.Tests.Support;
using Lms.Domain.Live;

namespace Lms.Browser.Tests.Faults;

/// <summary>
/// A room outlives the server: whatever was acknowledged before a kill is there after it, everybody
/// comes back by what they know, and nothing stands twice.
/// </summary>
[Collection(FaultCollection.Name)]
public sealed class KilledRoomTests
{
    private const int Kills = 3;
    private static readonly string[] People = ["author", "manager", "specialist", "specialist2"];
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task No_acknowledged_vote_question_message_or_minute_is_missing_after_kills()
    {
        var settings = new ServerSettings();
        var server = await ServerProcess.StartPreparedAsync(settings);
        var devices = new List<RoomDevice>();
        try
        {
            await using var plan = await RoomPlan.MakeAsync(settings);
            var trainer = new RoomDevice(
                settings.Address,
                await plan.CookieAsync("trainer"),
                plan.Session
            );
            await trainer.EnterAsync();
            await trainer.DoAsync(new { kind = "stateSet", state = "live" });
            var poll = await trainer.DoAsync(
                new
                {
                    kind = "pollOpened",
                    question = new
                    {
                        kind = "scale",
                        prompt = "Наскільки?",
                        low = 1,
                        high = 5,
                    },
                }
            );
            devices.Add(trainer);
            foreach (var name in People.Concat(People))
            {
                devices.Add(new(settings.Address, await plan.CookieAsync(name), plan.Session));
                await devices[^1].EnterAsync();
            }

            for (var kill = 1; kill <= Kills; kill++)
            {
                using var stop = new CancellationTokenSource();
                var busy = devices.Select(device => device.WorkAsync(poll, stop.Token)).ToList();
                await Task.Delay(
                    TimeSpan.FromMilliseconds(2_300 + (370 * kill)),
                    CancellationToken.None
                );
                await server.KillAsync();
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(settings);
                var started = System.Diagnostics.Stopwatch.StartNew();
                await Task.WhenAll(devices.Select(device => device.IsBackAsync(kill + 1)));
                Assert.True(started.Elapsed < BackWithin);
                await stop.CancelAsync();
                await Task.WhenAll(busy);
                await plan.AssertKeptAsync(devices);
            }

            await Task.WhenAll(devices.Select(device => device.CatchUpAsync()));
            Assert.Single(devices.Select(device => device.Last).Distinct());
            var log = await plan.LogAsync();
            Assert.Equal(
                Enumerable.Range(1, log.Count).Select(number => (long)number),
                log.Select(one => one.Number)
            );
            Assert.True(devices.Sum(device => device.Acknowledged.Count) > 50);
            // What the server says of itself is the same room.
            var room = Room.Of(log.Select(one => one.Line));
            Assert.Equal(SessionState.Live, room.State);
            Assert.All(devices, device => Assert.Equal(room.Chat.Count, device.Chat));
        }
        finally
        {
            foreach (var device in devices)
            {
                await device.DisposeAsync();
            }

            await server.DisposeAsync();
            Directory.Delete(settings.Data, recursive: true);
        }
    }
}
