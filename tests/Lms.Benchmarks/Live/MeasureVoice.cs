using System.Globalization;

namespace Lms.Benchmarks.Live;

/// <summary>What a voice costs its server for each message that is heard.</summary>
internal static class MeasureVoice
{
    private const int Packets = 100;

    // A tenth of a second each: until then a tenth of the server's time went into compiling.
    private const int WarmUp = 300;

    // What else the machine does moves one pair by a quarter.
    private const int Turns = 7;

    public static async Task RunAsync(string folder, Server product, Server floor)
    {
        var plan = LivePlan.Read(folder);
        var rows = new Rows(folder);
        foreach (var count in (int[])[200, 1_000, 2_000])
        {
            // Nobody hears without being in the room.
            await using var room = await Crowd.EnterAsync(product.Port, plan, count);
            await using var voice = await Listeners.EnterAsync(product.Port, plan, count);
            await using var bare = await FloorCrowd.EnterAsync(floor.Port, count);
            await voice.SpeakAsync(WarmUp);
            var (message, times) = (new byte[voice.MessageBytes], voice.Heard / count);
            await bare.SpeakAsync(times, PerSecond(times, WarmUp), message);
            var pairs = new List<Pair>();
            for (var turn = 0; turn < Turns; turn++)
            {
                await room.BeatAsync();
                voice.Forget();
                var before = Cpu.Of(product.Process);
                await voice.SpeakAsync(Packets);
                var said = (Cpu.Of(product.Process) - before).TotalMicroseconds / voice.Heard;
                times = (int)Math.Round((double)voice.Heard / count);
                before = Cpu.Of(floor.Process);
                await bare.SpeakAsync(times, PerSecond(times, Packets), message);
                var told = (Cpu.Of(floor.Process) - before).TotalMicroseconds / (times * count);
                pairs.Add(new(said, told));
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"voice to {count}");
            rows.Ratio(
                $"{name}, server per delivery",
                "µs",
                pairs,
                count >= 1_000 ? Bound.AtMost(1.6) : null
            );
            rows.Number($"{name}, messages a second", times / (Packets / 10.0));
            rows.Number($"{name}, bytes of a message", message.Length);
        }
    }

    private static int PerSecond(int times, int packets) =>
        Math.Max(1, (int)Math.Round(times / (packets / 10.0)));
}
