using System.Globalization;
using System.Text;

namespace Lms.Benchmarks.Live;

/// <summary>What a room costs its server for each message that reaches somebody.</summary>
internal static class MeasureRoom
{
    private const int PerSecond = 5;
    private const int Times = 50;
    private const int Turns = 3;

    // Hot methods are compiled anew more than once: a server that runs for months is past that.
    private const int WarmUps = 5;
    private const int Length = 200;
    private const int Quiet = 300;
    private const int Few = 45;
    private const int Stalled = 5;
    private const int Long = 1_900;

    public static async Task RunAsync(string folder, Server product, Server floor)
    {
        var plan = LivePlan.Read(folder);
        var rows = new Rows(folder);
        var idle = Resident(product.Process);
        await StalledAsync(rows, product.Port, plan);
        foreach (var count in (int[])[200, Quiet, 1_000, 2_000])
        {
            await using var room = await Crowd.EnterAsync(product.Port, plan, count);
            await using var bare = await FloorCrowd.EnterAsync(floor.Port, count);
            for (var round = 0; round < WarmUps; round++)
            {
                await room.SpeakAsync(Times, PerSecond, Length);
                await room.HeardAsync(Times * count);
                _ = room.TakeDelays();
            }

            var message = Message();
            await bare.SpeakAsync(Times, PerSecond, message);
            var (pairs, delays) = (new List<Pair>(), new List<double>());
            for (var turn = 0; turn < Turns; turn++)
            {
                var said = await EachAsync(
                    product.Process,
                    count,
                    async () =>
                    {
                        await room.SpeakAsync(Times, PerSecond, Length);
                        await room.HeardAsync(Times * count);
                    }
                );
                delays.AddRange(room.TakeDelays());
                pairs.Add(
                    new(
                        said,
                        await EachAsync(
                            floor.Process,
                            count,
                            () => bare.SpeakAsync(Times, PerSecond, message)
                        )
                    )
                );
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"room of {count}");
            // Below a thousand the count of the processor's time, 10 ms a tick, is too coarse.
            rows.Ratio(
                $"{name}, server per delivery",
                "µs",
                pairs,
                count >= 1_000 ? Bound.AtMost(1.6) : null
            );
            delays.Sort();
            rows.Number($"{name}, p99 to hear, ms", delays[(int)(delays.Count * 0.99)]);
            if (count == 1_000)
            {
                rows.Number(
                    $"{name}, kB for each connection",
                    (Resident(product.Process) - idle) / 1024.0 / count
                );
                rows.Number(
                    $"{name}, all back, seconds",
                    (await room.StormAsync()).TotalSeconds,
                    Bound.AtMost(15)
                );
            }
        }
    }

    // Some read nothing: the others hear as they would without them.
    private static async Task StalledAsync(Rows rows, int port, LivePlan plan)
    {
        await using var room = await Crowd.EnterAsync(port, plan, Few);
        var (alone, beside) = (await SlowestAsync(room), new List<StalledViewer>());
        foreach (var cookie in plan.Cookies.Skip(Few).Take(Stalled))
        {
            beside.Add(await StalledViewer.EnterAsync(port, plan.Session, cookie));
        }

        var pairs = new List<Pair> { new(await SlowestAsync(room), alone) };
        rows.Ratio("p99 beside 5 stalled of 50", "ms", pairs, Bound.AtMost(2));
        foreach (var viewer in beside)
        {
            await viewer.DisposeAsync();
        }
    }

    private static async Task<double> SlowestAsync(Crowd room)
    {
        await room.SpeakAsync(Times, PerSecond, Long);
        await room.HeardAsync(Times * Few);
        _ = room.TakeDelays();
        await room.SpeakAsync(Times * 4, PerSecond * 3, Long);
        await room.HeardAsync(Times * 4 * Few);
        var delays = room.TakeDelays();
        delays.Sort();
        return delays[(int)(delays.Count * 0.99)];
    }

    /// <returns>Microseconds of the server for each message that reached somebody.</returns>
    private static async Task<double> EachAsync(int process, int people, Func<Task> work)
    {
        var before = Cpu.Of(process);
        await work();
        return (Cpu.Of(process) - before).TotalMicroseconds / (people * Times);
    }

    // As a message of the product looks on the wire.
    private static byte[] Message() =>
        Encoding.UTF8.GetBytes(
            $$"""{"type":1,"target":"ev","arguments":[{"after":1000,"upTo":1001,"lines":[{"number":1001,"at":600000,"by":1,"kind":"chatPosted","text":"{{new string('.', Length)}}","toTrainers":false}]}]}"""
                + '\u001e'
        );

    /// <summary>Bytes of memory that a process holds (proc_pid_statm(5)).</summary>
    private static long Resident(int process) =>
        long.Parse(
            File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/statm"))
                .Split(' ')[1],
            CultureInfo.InvariantCulture
        ) * Environment.SystemPageSize;
}
