using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;

namespace Lms.Benchmarks;

/// <summary>
/// Group events to 200, 1,000 and 2,000 real SignalR clients beside a raw WebSocket broadcast of the
/// same bytes; a storm of reconnects; delays at 300; viewers who stop reading; memory.
/// </summary>
internal static class MeasureRoom
{
    private const int Events = 50;
    private const int Length = 120;
    private const int Pairs = 3;
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(200);

    public static async Task RunAsync(string folder, Server product, Server floor)
    {
        var crowd = RoomCrowd.Read(folder);
        var rows = new Rows(folder);
        await using var trainer = new RoomClient(product.Port, crowd.Trainer, crowd.Session);
        await trainer.EnterAsync();
        await trainer.DoAsync(new { kind = "stateSet", state = "live" });
        foreach (var size in new[] { 200, 300, 1_000, 2_000 })
        {
            var before = Memory(product.Process);
            var started = Stopwatch.GetTimestamp();
            var clients = await ComeAsync(product.Port, crowd, size);
            var came = Stopwatch.GetElapsedTime(started);
            rows.Number($"room, {size} come in, s", came.TotalSeconds);
            rows.Number(
                $"room, kB for a connection of {size}",
                (Memory(product.Process) - before) / size
            );
            if (size == 300)
            {
                await SayAsync(trainer, product.Process, clients);
                rows.Number("room, p99 at 300, ms", Percentile(clients, 0.99));
            }
            else
            {
                await CompareAsync(rows, trainer, product, floor, clients);
            }

            if (size == 1_000)
            {
                await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
                started = Stopwatch.GetTimestamp();
                clients = await ComeAsync(product.Port, crowd, size);
                rows.Number(
                    "room, storm of 1000 back, s",
                    Stopwatch.GetElapsedTime(started).TotalSeconds,
                    Bound.AtMost(15)
                );
            }

            await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
            await Cpu.QuietAsync(product.Process);
        }

        await StalledAsync(rows, crowd, trainer, product);
    }

    private static async Task CompareAsync(
        Rows rows,
        RoomClient trainer,
        Server product,
        Server floor,
        List<RoomClient> clients
    )
    {
        await SayAsync(trainer, product.Process, clients);
        clients.ForEach(client => client.Delays.Clear());
        var bytes = Encoding.UTF8.GetBytes(clients[0].Frame);
        var sockets = await SocketsAsync(floor.Port, clients.Count);
        using var driver = new Driver(floor.Port, 1);
        var pairs = await Pair.TakeAsync(
            Pairs,
            () => SayAsync(trainer, product.Process, clients),
            () => BroadcastAsync(driver, floor.Process, bytes, clients.Count)
        );
        rows.Ratio(
            $"room, event to {clients.Count}",
            "us",
            pairs,
            clients.Count >= 1_000 ? Bound.AtMost(1.6) : null
        );
        rows.Number($"room, p50 at {clients.Count}, ms", Percentile(clients, 0.5));
        rows.Number($"room, p99 at {clients.Count}, ms", Percentile(clients, 0.99));
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }
    }

    /// <returns>Microseconds of the server for each delivery.</returns>
    private static async Task<double> SayAsync(
        RoomClient trainer,
        int process,
        List<RoomClient> clients
    )
    {
        await Cpu.QuietAsync(process);
        var before = Cpu.Of(process);
        for (var number = 0; number < Events; number++)
        {
            if (!await trainer.SayAsync(Length))
            {
                throw new InvalidOperationException("An event was not taken.");
            }

            await Task.Delay(Each);
        }

        return (Cpu.Of(process) - before).TotalMicroseconds / (Events * clients.Count);
    }

    private static async Task<double> BroadcastAsync(
        Driver driver,
        int process,
        byte[] bytes,
        int count
    )
    {
        await Cpu.QuietAsync(process);
        var before = Cpu.Of(process);
        for (var number = 0; number < Events; number++)
        {
            await driver.PutAsync("/room", bytes);
            await Task.Delay(Each);
        }

        return (Cpu.Of(process) - before).TotalMicroseconds / (Events * count);
    }

    private static async Task StalledAsync(
        Rows rows,
        RoomCrowd crowd,
        RoomClient trainer,
        Server product
    )
    {
        var clients = await ComeAsync(product.Port, crowd, 45);
        var stalled = new List<ClientWebSocket>();
        for (var number = 0; number < 5; number++)
        {
            stalled.Add(await StallAsync(product.Port, crowd, crowd.People[^(number + 1)]));
        }

        for (var number = 0; number < 200; number++)
        {
            await trainer.SayAsync(1_900);
            await Task.Delay(60);
        }

        rows.Number(
            "room, slowest with 5 stalled, ms",
            clients.SelectMany(client => client.Delays).Max(),
            Bound.AtMost(1_000)
        );
        foreach (var socket in stalled)
        {
            socket.Dispose();
        }

        await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
    }

    // Says hello, and reads nothing ever after.
    private static async Task<ClientWebSocket> StallAsync(int port, RoomCrowd crowd, string cookie)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", cookie);
        await socket.ConnectAsync(
            new(string.Create(CultureInfo.InvariantCulture, $"ws://localhost:{port}/hubs/live")),
            CancellationToken.None
        );
        foreach (
            var said in new[]
            {
                """{"protocol":"json","version":1}""",
                $$"""{"type":1,"target":"Hello","arguments":[{"session":"{{crowd.Session}}","client":"bench","last":0,"epoch":0}]}""",
            }
        )
        {
            await socket.SendAsync(
                Encoding.UTF8.GetBytes(said + '\u001e'),
                WebSocketMessageType.Text,
                true,
                CancellationToken.None
            );
        }

        _ = PingAsync(socket);
        return socket;
    }

    private static async Task PingAsync(ClientWebSocket socket)
    {
        var ping = Encoding.UTF8.GetBytes("""{"type":6}""" + '\u001e');
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                await socket.SendAsync(
                    ping,
                    WebSocketMessageType.Text,
                    true,
                    CancellationToken.None
                );
                await Task.Delay(TimeSpan.FromSeconds(4));
            }
        }
        catch (Exception gone)
            when (gone
                    is WebSocketException
                        or ObjectDisposedException
                        or OperationCanceledException
            ) { }
    }

    private static async Task<List<RoomClient>> ComeAsync(int port, RoomCrowd crowd, int size)
    {
        var clients = Enumerable
            .Range(0, size)
            .Select(number => new RoomClient(
                port,
                crowd.People[number / RoomCrowd.DevicesEach],
                crowd.Session
            ))
            .ToList();
        await Parallel.ForEachAsync(
            clients,
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (client, _) => await client.EnterAsync()
        );
        return clients;
    }

    private static async Task<List<ClientWebSocket>> SocketsAsync(int port, int size)
    {
        var sockets = new List<ClientWebSocket>();
        for (var number = 0; number < size; number++)
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(
                new(string.Create(CultureInfo.InvariantCulture, $"ws://localhost:{port}/room")),
                CancellationToken.None
            );
            _ = ReadAsync(socket);
            sockets.Add(socket);
        }

        return sockets;
    }

    private static async Task ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            }
        }
        catch (Exception gone)
            when (gone
                    is WebSocketException
                        or ObjectDisposedException
                        or OperationCanceledException
            ) { }
    }

    private static double Percentile(IEnumerable<RoomClient> clients, double part)
    {
        var sorted = clients.SelectMany(client => client.Delays).Order().ToList();
        return sorted[(int)((sorted.Count - 1) * part)];
    }

    // VmRSS of proc_pid_status(5), in kB.
    private static double Memory(int process) =>
        double.Parse(
            File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"))
                .First(line => line.StartsWith("VmRSS", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        );
}
