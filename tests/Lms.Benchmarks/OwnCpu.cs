using System.Diagnostics;

namespace Lms.Benchmarks;

/// <summary>The processor time of this process: finer than what others are told of it.</summary>
internal static class OwnCpu
{
    /// <returns>Milliseconds for each of <paramref name="count"/>.</returns>
    public static async Task<double> EachAsync(int count, Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / count;
    }
}
