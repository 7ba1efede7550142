using System.Collections.Concurrent;

namespace Lms.Browser.Tests.Support;

/// <summary>
/// Data folders as the product leaves them after a first start in demonstration, made once for each
/// content and copied: most tests begin there, and a first start takes as long as many of them.
/// </summary>
internal static class PreparedData
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> ByContent = new(
        StringComparer.Ordinal
    );

    /// <param name="content">What the first start was on; the next one may be on another.</param>
    public static async Task CopyAsync(string content, string to)
    {
        var made = ByContent.GetOrAdd(content, one => new(() => MakeAsync(one)));
        string from;
        try
        {
            from = await made.Value;
        }
        catch (Exception)
        {
            // One that failed is not everybody's.
            ByContent.TryRemove(KeyValuePair.Create(content, made));
            throw;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<string> MakeAsync(string content)
    {
        var settings = new ServerSettings { Content = content };
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            Directory.Delete(settings.Data, recursive: true);
        await using var server = await ServerProcess.StartAsync(settings);
        Assert.Equal(0, await server.StopAsync());
        return settings.Data;
    }
}
