using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Support;

/// <summary>
/// The whole product in process, on a data folder and a database of its own, with a clock that the
/// test moves. Nothing of ours is replaced.
/// </summary>
public sealed class LmsHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, HttpClient> visitors = [];

    private LmsHost(WebApplication app, TestClock clock, string folder)
    {
        App = app;
        Clock = clock;
        Folder = folder;
    }

    public WebApplication App { get; }

    public TestClock Clock { get; }

    public string Folder { get; }

    public IServiceProvider Services => App.Services;

    public static Task<LmsHost> StartAsync(
        TestDatabase database,
        string? content = null,
        params (string Key, string Value)[] settings
    ) =>
        StartInAsync(
            Directory.CreateTempSubdirectory("lms-test-").FullName,
            database,
            content,
            settings
        );

    /// <summary>On what lies in a folder already.</summary>
    public static async Task<LmsHost> StartInAsync(
        string folder,
        TestDatabase database,
        string? content = null,
        params (string Key, string Value)[] settings
    )
    {
        var clock = new TestClock(Start);
        var connection = await database.NewAsync(folder);
        var app = LmsApplication.Build(
            [],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Lms:Data"] = folder,
                        ["Lms:Content"] = content ?? TestContent.Root,
                        ["Lms:Demo"] = "true",
                        ["Lms:Site:Address"] = "http://localhost",
                        ["Lms:Database:Provider"] = database.Provider.ToString(),
                        ["Lms:Database:ConnectionString"] = connection,
                        ["Logging:LogLevel:Default"] = "Warning",
                    }
                );
                builder.Configuration.AddInMemoryCollection(
                    settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)
                );
            }
        );
        await app.PrepareAsync();
        await app.StartAsync();
        return new(app, clock, folder);
    }

    /// <summary>The product's own eyes, to look at what a test has brought about.</summary>
    public LmsDbContext Look() =>
        Services.GetRequiredService<LmsDatabase>().Open(Viewer.System("a test looks"));

    /// <summary>A visitor without an account.</summary>
    public HttpClient Anonymous(string language = "uk") => NewClient(language);

    /// <summary>A demo person, signed in through the page as people do; the same one each time.</summary>
    public async Task<HttpClient> SignedInAsync(string name, string language = "uk")
    {
        var key = $"{name} {language}";
        if (!visitors.TryGetValue(key, out var client))
        {
            client = NewClient(language);
            await client.SignInAsync($"{name}@demo.example");
            visitors.Add(key, client);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in visitors.Values)
        {
            client.Dispose();
        }

        await App.StopAsync();
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private HttpClient NewClient(string language)
    {
        var client = new HttpClient(new CookieJar(App.GetTestServer().CreateHandler()))
        {
            BaseAddress = new Uri("http://localhost"),
        };
        client.DefaultRequestHeaders.Add("Cookie", $"lang={language}");
        return client;
    }
}
