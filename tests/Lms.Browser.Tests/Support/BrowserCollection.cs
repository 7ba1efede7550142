namespace Lms.Browser.Tests.Support;

/// <summary>
/// One browser and one demo server for all that is done in a browser, one after the other; the tests
/// of faults run beside it on servers of their own.
/// </summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<DemoServer>
{
    public const string Name = "browser";
}

/// <summary>A server with demonstration people, on a data folder of its own.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private ServerProcess? process;

    public ServerProcess Process => process!;

    public async ValueTask InitializeAsync() => process = await ServerProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
            Directory.Delete(process.Settings.Data, recursive: true);
        }
    }
}
