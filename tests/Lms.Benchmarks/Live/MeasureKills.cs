using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.Sqlite;

namespace Lms.Benchmarks.Live;

/// <summary>
/// A thousand people vote, ask, write and are present while the server's power goes three times: what
/// was acknowledged is in the database afterwards.
/// </summary>
internal static class MeasureKills
{
    private const int People = 1_000;
    private const int Kills = 3;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(12);

    public static async Task RunAsync(string folder, int port, string product)
    {
        var plan = LivePlan.Read(folder);
        var rows = new Rows(folder);
        using var over = new CancellationTokenSource();
        var server = await StartAsync(port, product);
        await using var trainer = new RoomClient(port, plan.Session, plan.Trainer);
        await trainer.EnterAsync();
        var poll = await PollAsync(trainer);
        var attendees = plan
            .Cookies.Take(People)
            .Select((cookie, at) => new Attendee(port, plan, at, cookie, poll))
            .ToList();
        var all = attendees.Select(one => one.AttendAsync(over.Token)).ToList();
        var slowest = TimeSpan.Zero;
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(Between + TimeSpan.FromMilliseconds(Random.Shared.Next(3_000)));
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
            server = await StartAsync(port, product);
            var back = Stopwatch.StartNew();
            while (attendees.Any(one => !one.IsInside) && back.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(100);
            }

            slowest = back.Elapsed > slowest ? back.Elapsed : slowest;
        }

        await Task.Delay(Between);
        await over.CancelAsync();
        await Task.WhenAll(all);
        server.Kill();
        await server.WaitForExitAsync();
        server.Dispose();

        var kept = Kept(plan.Session);
        rows.Number(
            "three kills, acts acknowledged",
            attendees.Sum(one => one.Acts.Count),
            Bound.AtLeast(People)
        );
        rows.Number(
            "three kills, acts lost",
            attendees.Sum(one =>
                one.Acts.Count(act => kept.Numbers.GetValueOrDefault(act.Key) != act.Value)
            ),
            Bound.AtMost(0)
        );
        rows.Number(
            "three kills, beats acknowledged",
            attendees.Sum(one => one.Beats.Count),
            Bound.AtLeast(People)
        );
        rows.Number(
            "three kills, beats lost",
            attendees.Sum(one => one.Beats.Count(beat => !kept.Covers(one.Person, beat))),
            Bound.AtMost(0)
        );
        rows.Number("three kills, all back, seconds", slowest.TotalSeconds, Bound.AtMost(15));
    }

    private static async Task<Process> StartAsync(int port, string product)
    {
        var start = new ProcessStartInfo("taskset", ["-c", "0", "dotnet", product, "serve"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Urls"] = string.Create(
            CultureInfo.InvariantCulture,
            $"http://127.0.0.1:{port}"
        );
        var server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        using var client = new HttpClient();
        for (var turn = 0; turn < 240 && !server.HasExited; turn++)
        {
            try
            {
                using var answer = await client.GetAsync(
                    string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/healthz")
                );
                if (answer.IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(250);
            }
        }

        throw new InvalidOperationException("The server did not start.");
    }

    private static async Task<long> PollAsync(RoomClient trainer)
    {
        await trainer.DoAsync(
            new
            {
                operation = Guid.CreateVersion7(),
                kind = "stateSet",
                state = "live",
            }
        );
        var opened = await trainer.DoAsync(
            new
            {
                operation = Guid.CreateVersion7(),
                kind = "pollOpened",
                question = new
                {
                    kind = "scale",
                    prompt = "?",
                    low = 1,
                    high = 3,
                },
                points = 0,
            }
        );
        return opened.TryGetProperty("number", out var number)
            ? number.GetInt64()
            : throw new InvalidOperationException($"The poll was not opened: {opened}.");
    }

    private static KeptRoom Kept(Guid session)
    {
        var data = Environment.GetEnvironmentVariable("Lms__Data")!;
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "lms.db")}");
        connection.Open();
        var kept = new KeptRoom();
        using var events = connection.CreateCommand();
        events.CommandText =
            "SELECT Operation, Number FROM LiveEvents WHERE SessionId = $session AND Operation IS NOT NULL";
        events.Parameters.AddWithValue("$session", session);
        using (var read = events.ExecuteReader())
        {
            while (read.Read())
            {
                kept.Numbers[read.GetGuid(0)] = read.GetInt64(1);
            }
        }

        using var presences = connection.CreateCommand();
        presences.CommandText =
            """SELECT PersonId, "From", LastBeat FROM LivePresences WHERE SessionId = $session""";
        presences.Parameters.AddWithValue("$session", session);
        using var rows = presences.ExecuteReader();
        while (rows.Read())
        {
            kept.Add(rows.GetGuid(0), rows.GetInt64(1), rows.GetInt64(2));
        }

        return kept;
    }
}

/// <summary>What the database holds of a room afterwards.</summary>
internal sealed class KeptRoom
{
    private readonly Dictionary<Guid, List<(long From, long Until)>> presences = [];

    /// <summary>Operation → number of its event.</summary>
    public Dictionary<Guid, long> Numbers { get; } = [];

    public void Add(Guid person, long from, long until)
    {
        if (!presences.TryGetValue(person, out var own))
        {
            presences[person] = own = [];
        }

        own.Add((from, until));
    }

    public bool Covers(Guid person, long beat) =>
        presences.TryGetValue(person, out var own)
        && own.Any(span => span.From <= beat && beat <= span.Until);
}

/// <summary>One who is present, votes, and now and then writes or asks; comes back as the page does.</summary>
internal sealed class Attendee(int port, LivePlan plan, int at, string cookie, long poll)
{
    private static readonly TimeSpan Cycle = TimeSpan.FromSeconds(8);

    /// <summary>Operation → the number it was acknowledged with.</summary>
    public Dictionary<Guid, long> Acts { get; } = [];

    /// <summary>When acknowledged beats were counted, in milliseconds since the doors opened.</summary>
    public List<long> Beats { get; } = [];

    public Guid Person => plan.People[at];

    public bool IsInside { get; private set; }

    public async Task AttendAsync(CancellationToken over)
    {
        object? waiting = null;
        var (operation, failures) = (Guid.Empty, 0);
        while (!over.IsCancellationRequested)
        {
            await using var room = new RoomClient(port, plan.Session, cookie);
            var presence = Guid.CreateVersion7();
            try
            {
                await Task.Delay(Random.Shared.Next(300 << Math.Min(failures, 2)), over);
                if (await room.EnterAsync(over) is { } refusal)
                {
                    throw new InvalidOperationException($"Refused: {refusal}.");
                }

                (failures, IsInside) = (0, true);
                while (true)
                {
                    if (waiting is null)
                    {
                        operation = Guid.CreateVersion7();
                        waiting = Act(operation);
                    }

                    var done = await room.DoAsync(waiting, over);
                    if (done.TryGetProperty("number", out var number))
                    {
                        Acts[operation] = number.GetInt64();
                    }

                    waiting = null;
                    Beats.Add((await room.BeatAsync(presence, over)).GetProperty("at").GetInt64());
                    await Task.Delay(
                        Cycle + TimeSpan.FromMilliseconds(Random.Shared.Next(2_000)),
                        over
                    );
                    if (!room.IsConnected)
                    {
                        break;
                    }
                }
            }
            catch (Exception lost)
                when (lost
                        is HttpRequestException
                            or IOException
                            or OperationCanceledException
                            or TimeoutException
                            or InvalidOperationException
                            or System.Net.WebSockets.WebSocketException
                            or KeyNotFoundException
                    || IsClosed(lost)
                )
            {
                failures++;
            }

            IsInside = false;
        }
    }

    // The server says so when it has not heard of someone for long: this core has all thousand of them.
    private static bool IsClosed(Exception lost) =>
        lost is HubException
        && lost.Message.StartsWith("The server closed the connection", StringComparison.Ordinal);

    private object Act(Guid operation) =>
        Random.Shared.Next(100) switch
        {
            0 => new
            {
                operation,
                kind = "chatPosted",
                text = "Дякую!",
                toTrainers = false,
            },
            1 => new
            {
                operation,
                kind = "asked",
                text = "Що далі?",
                anonymous = false,
            },
            var any => new
            {
                operation,
                kind = "voted",
                poll,
                values = (string[])
                    [string.Create(CultureInfo.InvariantCulture, $"{(any % 3) + 1}")],
            },
        };
}
