namespace Lms.Benchmarks;

/// <summary>
/// The runtime compiles hot methods anew while they run, some after thousands of requests, and is slower
/// while it looks for them: a server that runs for months is past that.
/// </summary>
internal static class WarmUp
{
    private const int Most = 40;
    private const int Settled = 5;
    private const double Steady = 0.95;

    /// <summary>Through once so many rounds in a row brought nothing, not even all together.</summary>
    /// <param name="least">Rounds, whatever they bring.</param>
    public static async Task UntilSteadyAsync(
        Func<Task<double>> time,
        Server server,
        int least = Settled
    )
    {
        var (reached, since) = (double.MaxValue, 0);
        for (var round = 0; round < Most && (round < least || since < Settled); round++)
        {
            await Cpu.QuietAsync(server.Process);
            var each = await time();
            since++;
            if (each < Steady * reached)
            {
                (reached, since) = (each, 0);
            }
        }

        await Cpu.QuietAsync(server.Process);
    }
}
