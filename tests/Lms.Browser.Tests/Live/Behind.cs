using Lms.Browser.Tests.Support;
using Lms.Domain.Live;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Live;

/// <summary>The product with nginx before it, set up as the operator's guide says.</summary>
internal sealed class Behind : IAsyncDisposable
{
    private Behind(ServerProcess server, TlsProxy proxy)
    {
        Server = server;
        Proxy = proxy;
    }

    public ServerProcess Server { get; }

    public TlsProxy Proxy { get; }

    /// <param name="change">What a careless operator did to the guide's text.</param>
    public static async Task<Behind> StartAsync(Func<string, string>? change = null)
    {
        var port = new ServerSettings().Port;
        // The real courses: they have a deck.
        var settings = new ServerSettings { Content = Repository.File("content") };
        var environment = settings
            .With("Lms__Site__Address", $"https://localhost:{port}")
            .Append(new("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"));
        await PreparedData.CopyAsync(settings.Content, settings.Data);
        var server = await ServerProcess.StartAsync(settings, Product.Start(environment, "serve"));
        return new(server, await TlsProxy.StartAsync(port, settings.Port, change));
    }

    /// <summary>The block of the guide without the lines that let WebSockets through.</summary>
    public static Task<Behind> WithoutSocketsAsync() =>
        StartAsync(block =>
            string.Join(
                '\n',
                block
                    .Split('\n')
                    .Where(line =>
                        !line.Contains("Upgrade $", StringComparison.Ordinal)
                        && !line.Contains("Connection $", StringComparison.Ordinal)
                    )
            )
        );

    public Guid PlanRoom() =>
        PlannedRoom.Plan(
            Server,
            ("k1-basics", "webinar"),
            new Dictionary<string, RoomRole> { ["trainer"] = RoomRole.Trainer },
            "specialist"
        );

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Server.DisposeAsync();
        Directory.Delete(Server.Settings.Data, recursive: true);
    }
}
