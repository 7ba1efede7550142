using System.Net;
using System.Net.Sockets;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Support;

/// <summary>What a server is started with; everything has a value that works.</summary>
public sealed record ServerSettings
{
    public string Data { get; init; } = Directory.CreateTempSubdirectory("lms-browser-").FullName;

    public string Content { get; init; } = TestContent.Root;

    public bool IsDemo { get; init; } = true;

    /// <summary>Invented people beside the accounts of the demonstration.</summary>
    public int DemoPeople { get; init; }

    public int Port { get; init; } = FreePort();

    public Uri Address => new($"http://localhost:{Port}");

    public IEnumerable<KeyValuePair<string, string>> Environment =>
        [
            new("Lms__Data", Data),
            new("Lms__Content", Content),
            new("Lms__Demo", IsDemo ? "true" : "false"),
            new("Lms__DemoPeople", $"{DemoPeople}"),
            new("Lms__Site__Address", $"http://localhost:{Port}"),
            new("Urls", $"http://127.0.0.1:{Port}"),
        ];

    /// <summary>The same with one more setting, over what stands above.</summary>
    public IEnumerable<KeyValuePair<string, string>> With(string name, string value) =>
        Environment.Where(setting => setting.Key != name).Append(new(name, value));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
