using System.Diagnostics;
using System.Globalization;

namespace Lms.Benchmarks.Live;

/// <summary>A trainer and many who listen; what the trainer says carries the moment it was said.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    // As many at once as come back when the power does.
    private const int AtOnce = 32;

    private readonly List<RoomClient> people = [];
    private readonly List<double> delays = [];
    private readonly Lock turn = new();
    private RoomClient? trainer;

    public int Count => people.Count;

    /// <summary>Milliseconds from saying to hearing, of all that was heard since the last look.</summary>
    public List<double> TakeDelays()
    {
        lock (turn)
        {
            var taken = delays.ToList();
            delays.Clear();
            return taken;
        }
    }

    public static async Task<Crowd> EnterAsync(int port, LivePlan plan, int count)
    {
        var crowd = new Crowd { trainer = new(port, plan.Session, plan.Trainer) };
        await InsideAsync(crowd.trainer);
        crowd.people.AddRange(
            plan.Cookies.Take(count).Select(cookie => new RoomClient(port, plan.Session, cookie))
        );
        await Parallel.ForEachAsync(
            crowd.people,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (person, _) =>
            {
                await InsideAsync(person);
                person.Heard = crowd.Hear;
            }
        );
        return crowd;
    }

    /// <summary>The trainer speaks <paramref name="times"/> times, so many a second, and all hear it.</summary>
    public async Task SpeakAsync(int times, int perSecond, int length)
    {
        var started = Stopwatch.GetTimestamp();
        for (var time = 0; time < times; time++)
        {
            var due = TimeSpan.FromSeconds((double)time / perSecond);
            var early = due - Stopwatch.GetElapsedTime(started);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early);
            }

            await SayAsync(length);
        }
    }

    /// <summary>Waits until everyone has heard so many.</summary>
    public async Task HeardAsync(int messages)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < TimeSpan.FromSeconds(20))
        {
            lock (turn)
            {
                if (delays.Count >= messages)
                {
                    return;
                }
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"{messages} messages were not heard.");
    }

    /// <summary>Everyone is heard of: whoever is silent for a minute is taken for gone.</summary>
    public Task BeatAsync() =>
        Parallel.ForEachAsync(
            people.Append(trainer!),
            new ParallelOptions { MaxDegreeOfParallelism = people.Count },
            async (person, cancel) => await person.BeatAsync(Guid.CreateVersion7(), cancel)
        );

    /// <summary>Everyone's line is gone, and they come back as the page does.</summary>
    /// <returns>Until the last one was in again.</returns>
    public async Task<TimeSpan> StormAsync()
    {
        await Parallel.ForEachAsync(people, async (person, _) => await person.DropAsync());
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            people,
            new ParallelOptions { MaxDegreeOfParallelism = people.Count },
            async (person, cancel) =>
            {
                // The first wait of the page: 0.3 s, a third more or less.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(200, 400)), cancel);
                await InsideAsync(person);
            }
        );
        return Stopwatch.GetElapsedTime(started);
    }

    public async ValueTask DisposeAsync()
    {
        await Parallel.ForEachAsync(people, async (person, _) => await person.DisposeAsync());
        await trainer!.DisposeAsync();
    }

    private async Task SayAsync(int length)
    {
        var text = Stopwatch
            .GetTimestamp()
            .ToString(CultureInfo.InvariantCulture)
            .PadRight(length, '.');
        var answer = await trainer!.DoAsync(
            new
            {
                operation = Guid.CreateVersion7(),
                kind = "chatPosted",
                text,
                toTrainers = false,
            }
        );
        if (answer.TryGetProperty("refusal", out var refusal))
        {
            throw new InvalidOperationException($"The trainer was refused: {refusal}.");
        }
    }

    private static async Task InsideAsync(RoomClient person)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                if (await person.EnterAsync() is { } refusal)
                {
                    throw new InvalidOperationException($"Refused: {refusal}.");
                }

                return;
            }
            catch (Exception lost)
                when (lost is HttpRequestException or IOException && failures < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500));
            }
        }
    }

    private void Hear(string text, long at)
    {
        var said = long.Parse(text.TrimEnd('.'), CultureInfo.InvariantCulture);
        lock (turn)
        {
            delays.Add(Stopwatch.GetElapsedTime(said, at).TotalMilliseconds);
        }
    }
}
