using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Support;

/// <summary>The product serving, as a process of its own. Only this process is ever ended, by its id.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<string> words = [];
    private bool isDisposed;

    private ServerProcess(Process process, ServerSettings settings)
    {
        this.process = process;
        Settings = settings;
        process.OutputDataReceived += (_, line) => words.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => words.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public ServerSettings Settings { get; }

    public Uri Address => Settings.Address;

    public int Id => process.Id;

    /// <summary>All that the server has said so far.</summary>
    public string Words => string.Join('\n', words);

    /// <summary>Starts it on what a first start has left, which is not the test's business.</summary>
    /// <param name="preparedOn">Content of that first start; null for the one of the settings.</param>
    public static async Task<ServerProcess> StartPreparedAsync(
        ServerSettings? settings = null,
        string? preparedOn = null
    )
    {
        settings ??= new();
        await PreparedData.CopyAsync(preparedOn ?? settings.Content, settings.Data);
        return await StartAsync(settings);
    }

    public static Task<ServerProcess> StartAsync(ServerSettings settings) =>
        StartAsync(settings, Product.Start(settings.Environment, "serve"));

    /// <summary>Starts it in a way of the test's own, and waits until it answers.</summary>
    public static async Task<ServerProcess> StartAsync(
        ServerSettings settings,
        ProcessStartInfo start
    )
    {
        var server = new ServerProcess(Process.Start(start)!, settings);
        using var client = server.NewClient();
        var waited = Stopwatch.StartNew();
        while (!await server.AnswersAsync(client))
        {
            if (server.process.HasExited || waited.Elapsed > Patience)
            {
                await server.KillAsync();
                var code = server.process.ExitCode;
                await server.DisposeAsync();
                throw new InvalidOperationException(
                    $"The server ended with {code}.\n{server.Words}"
                );
            }

            await Task.Delay(50);
        }

        return server;
    }

    /// <summary>A visitor with a cookie jar; redirects stay visible to the test.</summary>
    public HttpClient NewClient(string language = "uk")
    {
        var plain = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        var client = new HttpClient(new CookieJar(plain)) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Cookie", $"lang={language}");
        return client;
    }

    public async Task<HttpClient> SignedInAsync(string name, string language = "uk")
    {
        var client = NewClient(language);
        await client.SignInAsync($"{name}@demo.example");
        return client;
    }

    /// <summary>Asks it to end, as the system does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var ask = Process.Start("/bin/sh", ["-c", "kill -TERM \"$1\"", "sh", $"{Id}"]);
        await ask.WaitForExitAsync();
        using var time = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(time.Token);
        return process.ExitCode;
    }

    /// <summary>Waits for it to end by itself, and gives its exit code.</summary>
    public async Task<int> EndedAsync()
    {
        using var time = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(time.Token);
        return process.ExitCode;
    }

    /// <summary>The power goes.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/healthz");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void OnExit(object? sender, EventArgs e)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
