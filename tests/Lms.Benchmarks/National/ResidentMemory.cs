using System.Globalization;

namespace Lms.Benchmarks.National;

/// <summary>What a process holds in memory (proc_pid_status(5): VmRSS and VmHWM, the most it held).</summary>
internal static class ResidentMemory
{
    /// <returns>Bytes: the most held during the work, above what was held before.</returns>
    public static async Task<double> AboveIdleAsync(int process, Func<Task> work)
    {
        await Cpu.QuietAsync(process);
        var idle = Of(process, "VmRSS");
        // 5: the most held is counted from now on (proc_pid_clear_refs(5)).
        await File.WriteAllTextAsync(In(process, "clear_refs"), "5");
        await work();
        return Of(process, "VmHWM") - idle;
    }

    private static double Of(int process, string field)
    {
        var line = File.ReadLines(In(process, "status"))
            .First(one => one.StartsWith($"{field}:", StringComparison.Ordinal));
        return 1024
            * double.Parse(
                line[(field.Length + 1)..].Replace("kB", "", StringComparison.Ordinal).Trim(),
                CultureInfo.InvariantCulture
            );
    }

    private static string In(int process, string file) =>
        string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{file}");
}
