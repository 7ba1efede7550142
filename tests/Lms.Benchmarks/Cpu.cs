using System.Globalization;

namespace Lms.Benchmarks;

/// <summary>The processor time a process has used (proc_pid_stat(5): utime and stime).</summary>
internal static class Cpu
{
    // USER_HZ: what /proc counts in, whatever the kernel's own clock.
    private const double TicksPerSecond = 100;

    public static TimeSpan Of(int process)
    {
        var stat = File.ReadAllText(
            string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat")
        );
        // The name in brackets may hold spaces; utime and stime are the 14th and 15th field.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks =
            long.Parse(fields[11], CultureInfo.InvariantCulture)
            + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    /// <summary>Waits until the process rests: compiling hot methods anew is work of the warm-up.</summary>
    public static async Task QuietAsync(int process)
    {
        TimeSpan before;
        do
        {
            before = Of(process);
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        } while (Of(process) - before > TimeSpan.FromMilliseconds(20));
    }
}
