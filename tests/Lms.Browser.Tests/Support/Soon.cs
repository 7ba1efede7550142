using System.Diagnostics;

namespace Lms.Browser.Tests.Support;

/// <summary>Waits for what must come by itself.</summary>
public static class Soon
{
    public static async Task<T> ComesAsync<T>(string what, Func<T?> look, TimeSpan? within = null)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < (within ?? TimeSpan.FromSeconds(20)))
        {
            if (look() is { } found)
            {
                return found;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"It did not come: {what}.");
    }

    public static Task HappensAsync(string what, Func<bool> look) =>
        ComesAsync(what, () => look() ? what : null);
}
