using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Lms.Web.Tests.Support;

/// <summary>
/// The whole product in process, on a data folder and a database of its own, with a clock that the
/// test moves. Nothing of ours is replaced.
/// </summary>
public sealed class LmsHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    // Of a password's hash: no test is about how slow one is, and each signs people in.
    private const int Rounds = 1000;

    private readonly Dictionary<string, HttpClient> visitors = [];

    private readonly TestDatabase database;
    private readonly string address;

    private LmsHost(
        WebApplication app,
        TestClock clock,
        string folder,
        TestDatabase database,
        string connection
    )
    {
        App = app;
        this.database = database;
        address = connection;
        Clock = clock;
        Folder = folder;
    }

    public WebApplication App { get; }

    public TestClock Clock { get; }

    public string Folder { get; }

    public IServiceProvider Services => App.Services;

    public static async Task<LmsHost> StartAsync(
        TestDatabase database,
        string? content = null,
        params (string Key, string Value)[] settings
    )
    {
        var folder = Directory.CreateTempSubdirectory("lms-test-").FullName;
        if (content is not null || settings.Length > 0)
        {
            return await StartInAsync(folder, database, content, settings);
        }

        var prepared = await PreparedHost.OfAsync(database);
        prepared.CopyTo(folder);
        return await StartOnAsync(
            folder,
            database,
            await database.NewAsync(folder, prepared.Database)
        );
    }

    /// <summary>On what lies in a folder already.</summary>
    public static async Task<LmsHost> StartInAsync(
        string folder,
        TestDatabase database,
        string? content = null,
        params (string Key, string Value)[] settings
    ) => await StartOnAsync(folder, database, await database.NewAsync(folder), content, settings);

    /// <summary>On a folder that was prepared before; nothing is served and no job runs by itself.</summary>
    public static async Task<LmsHost> OpenInAsync(
        string folder,
        TestDatabase database,
        params (string Key, string Value)[] settings
    )
    {
        var clock = new TestClock(Start);
        var connection = await database.NewAsync(folder);
        return new(
            Build(clock, folder, database, connection, null, settings),
            clock,
            folder,
            database,
            connection
        );
    }

    /// <summary>A first start that ends before it serves.</summary>
    public static async Task PrepareInAsync(string folder, TestDatabase database)
    {
        var app = Build(new(Start), folder, database, await database.NewAsync(folder), null, []);
        await app.PrepareAsync();
        await app.DisposeAsync();
        ClearPools();
    }

    private static async Task<LmsHost> StartOnAsync(
        string folder,
        TestDatabase database,
        string connection,
        string? content = null,
        (string Key, string Value)[]? settings = null
    )
    {
        var clock = new TestClock(Start);
        var app = Build(clock, folder, database, connection, content, settings ?? []);
        await app.PrepareAsync();
        await app.StartAsync();
        return new(app, clock, folder, database, connection);
    }

    /// <summary>
    /// The server goes down and comes up after so long, on what lies in its folder. In place of this one,
    /// which is of no use any more.
    /// </summary>
    public async Task<LmsHost> AgainAsync(TimeSpan after)
    {
        await App.StopAsync();
        await App.DisposeAsync();
        ClearPools();
        Clock.Forward(after);
        var app = Build(Clock, Folder, database, address, null, []);
        await app.PrepareAsync();
        await app.StartAsync();
        return new(app, Clock, Folder, database, address);
    }

    private static WebApplication Build(
        TestClock clock,
        string folder,
        TestDatabase database,
        string connection,
        string? content,
        (string Key, string Value)[] settings
    ) =>
        LmsApplication.Build(
            [],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(clock);
                // No job runs by itself, however far the clock goes: what a test counts, a job could have
                // taken before it looks.
                builder.Services.ConfigureAll<QuartzHostedServiceOptions>(jobs =>
                    jobs.AutoStart = false
                );
                builder.Services.Configure<PasswordHasherOptions>(hashes =>
                    hashes.IterationCount = Rounds
                );
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Lms:Data"] = folder,
                        ["Lms:Content"] = content ?? TestContent.Root,
                        ["Lms:Demo"] = "true",
                        ["Lms:DemoPeople"] = "0",
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

    private static void ClearPools()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
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
        ClearPools();
        await database.DropAsync(Folder);
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
