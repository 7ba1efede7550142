namespace Lms.Browser.Tests.Support;

/// <summary>A server with demonstration people, on a data folder of its own.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private ServerProcess? process;

    public ServerProcess Process => process!;

    public async ValueTask InitializeAsync() => process = await ServerProcess.StartPreparedAsync();

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
            Directory.Delete(process.Settings.Data, recursive: true);
        }
    }
}

/// <summary>A server with a hundred people and two years of their learning; started when it is asked for.</summary>
public sealed class FilledServer : IAsyncDisposable
{
    private const int People = 100;

    private Task<ServerProcess>? started;

    public Task<ServerProcess> StartedAsync() =>
        started ??= ServerProcess.StartAsync(new ServerSettings { DemoPeople = People });

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
        {
            var process = await started;
            await process.DisposeAsync();
            Directory.Delete(process.Settings.Data, recursive: true);
        }
    }
}
