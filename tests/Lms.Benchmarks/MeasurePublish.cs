using System.Diagnostics;
using System.Globalization;
using Lms.Web;
using Lms.Web.Access;
using Lms.Web.Content;

namespace Lms.Benchmarks;

/// <summary>
/// A course of 100 lessons of 1,000 words from its files to a committed version, beside Markdig, a
/// sanitiser and Brotli alone over the same texts.
/// </summary>
internal static class MeasurePublish
{
    private const int WarmUps = 30;
    private const int Pairs = 5;

    public static async Task RunAsync(string folder, string content)
    {
        await using var app = LmsApplication.Build([]);
        await app.PrepareAsync();
        var course = new PublishedFolder(Path.Combine(folder, "publish"), content);
        var floor = new FloorMarkup();

        async Task<double> OfProductAsync()
        {
            course.Raise();
            await using var work = app.Services.WorkAs("bench");
            var publish = work.Services.GetRequiredService<Publish>();
            return await TimeAsync(async () =>
            {
                var found = course.Check();
                var answer = await publish.RunAsync(found.Draft!);
                return answer is PublishAnswer.Published
                    ? found.Draft!.Activities.Count
                    : throw new InvalidOperationException(
                        $"{answer} {string.Join('\n', found.Findings)}"
                    );
            });
        }

        Task<double> OfFloorAsync() =>
            TimeAsync(() => Task.FromResult(course.Lessons.Sum(floor.Length)));

        for (var round = 0; round < WarmUps; round++)
        {
            await OfProductAsync();
            await OfFloorAsync();
            await Cpu.QuietAsync(Environment.ProcessId);
        }

        var pairs = await Pair.TakeAsync(Pairs, OfProductAsync, OfFloorAsync);

        new Rows(folder).Ratio(
            string.Create(
                CultureInfo.InvariantCulture,
                $"publishing, {PublishedFolder.Count} lessons"
            ),
            "ms",
            pairs,
            Bound.AtMost(2)
        );
    }

    /// <returns>Milliseconds of processor time.</returns>
    private static async Task<double> TimeAsync(Func<Task<int>> work)
    {
        using var process = Process.GetCurrentProcess();
        await Cpu.QuietAsync(Environment.ProcessId);
        GC.Collect();
        process.Refresh();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }
}
