using System.Diagnostics;
using System.Reflection;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Support;

/// <summary>The product as it is built: <c>lms.dll</c> of the same configuration, run as a process.</summary>
public static class Product
{
    public static string Dll { get; } =
        Repository.File("src", "Lms.Web", "bin", Configuration(), "net10.0", "lms.dll");

    /// <summary>How to start it, with nothing but the given settings and its words in pipes.</summary>
    public static ProcessStartInfo Start(
        IEnumerable<KeyValuePair<string, string>> settings,
        params string[] args
    )
    {
        var start = new ProcessStartInfo("dotnet", [Dll, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static Task<Ended> RunAsync(params string[] args) => RunAsync([], args);

    public static async Task<Ended> RunAsync(
        IEnumerable<KeyValuePair<string, string>> settings,
        params string[] args
    ) => await RunAsync(Start(settings, args), TimeSpan.FromSeconds(60));

    /// <summary>Runs a program to its end; what outlives its time is ended, by its id.</summary>
    public static async Task<Ended> RunAsync(ProcessStartInfo start, TimeSpan atMost)
    {
        using var process = Process.Start(start)!;
        using var time = new CancellationTokenSource(atMost);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"{start.FileName} {string.Join(' ', start.ArgumentList)} went on.",
                late
            );
        }

        return new(process.ExitCode, await output, await error);
    }

    // What the machine of the test has set must not reach the product.
    private static bool IsSetting(string name) =>
        name.StartsWith("Lms__", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Urls", StringComparison.OrdinalIgnoreCase);

    private static string Configuration() =>
        typeof(Product)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Configuration")
            .Value!;
}

/// <summary>How a run ended, and all it said.</summary>
public sealed record Ended(int Code, string Output, string Error)
{
    public string Words => Output + Error;
}
