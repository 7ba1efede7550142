using System.Security.Claims;
using System.Text.Encodings.Web;
using Lms.Domain.People;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lms.Browser.Tests.Live;

/// <summary>
/// The media hub, the product's scripts under the product's policy, and a bare page: what a room needs
/// and nothing more. Person 1 is the trainer.
/// </summary>
internal sealed class MediaStage : IAsyncDisposable
{
    public static readonly Guid Session = new("01900000-0000-7000-8000-0000000000aa");

    private readonly WebApplication app;
    private readonly string folder = Directory.CreateTempSubdirectory("lms-stage-").FullName;

    private MediaStage()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSessionsMedia(folder);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddAuthorization();
        builder
            .Services.AddAuthentication("cookie")
            .AddScheme<AuthenticationSchemeOptions, CookieScheme>("cookie", null);
        builder.Services.AddSingleton(
            new MediaAccess(
                http => int.TryParse(http.User.Identity?.Name, out var one) ? Person(one) : null,
                (_, person, _) =>
                    ValueTask.FromResult(
                        new MediaSeat(
                            true,
                            person == Person(1)
                                ? MediaTracks.Voice | MediaTracks.Camera | MediaTracks.Screen
                                : MediaTracks.None
                        )
                    )
            )
        );
        app = builder.Build();
    }

    public int Port { get; private set; }

    public string Address => $"http://127.0.0.1:{Port}";

    public MediaRooms Rooms => app.Services.GetRequiredService<MediaRooms>();

    public string Log => new MediaFolder(folder).LogOf(Session);

    public string Recordings => Path.Combine(folder, "recordings");

    public static async Task<MediaStage> StartAsync()
    {
        var stage = new MediaStage();
        Directory.CreateDirectory(stage.Recordings);
        // The port is not known before the site's address must be.
        using (var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0))
        {
            free.Start();
            stage.Port = ((System.Net.IPEndPoint)free.LocalEndpoint).Port;
        }

        stage.Map();
        await stage.app.StartAsync();
        return stage;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static PersonId Person(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private void Map()
    {
        app.Urls.Clear();
        app.Urls.Add(Address);
        app.UseSecurityHeaders();
        Serve(Repository.File("src/Lms.Web/wwwroot"), "");
        Serve(Recordings, "/recordings");
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapSessionsMedia();
        foreach (var script in new[] { "tones.js", "room.js" })
        {
            app.MapGet(
                $"/test/{script}",
                () =>
                    Results.File(
                        Repository.File($"tests/Lms.Browser.Tests/Live/{script}"),
                        "text/javascript"
                    )
            );
        }

        app.MapGet("/room", Page).WithMetadata(new UsesLiveMediaAttribute());
    }

    private void Serve(string path, string under) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(path),
                RequestPath = under,
                ServeUnknownFileTypes = true,
            }
        );

    private static IResult Page(HttpContext http, string person)
    {
        http.Response.Cookies.Append("person", person);
        // The lines that a test cuts have ports of their own; the rest of the policy is the product's.
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders
            .PolicyOf(usesLiveMedia: true)
            .Replace(
                "connect-src 'self'",
                "connect-src 'self' ws://127.0.0.1:*",
                StringComparison.Ordinal
            );
        return Results.Content(
            $"<!doctype html><meta charset=utf-8><title>room</title>{ImportMap.Element}<body><script src=/test/tones.js></script><script type=module src=/test/room.js></script>",
            "text/html"
        );
    }

    private sealed class CookieScheme(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory log,
        UrlEncoder encoder
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(
                Request.Cookies["person"] is { } person
                    ? AuthenticateResult.Success(
                        new(
                            new ClaimsPrincipal(
                                new ClaimsIdentity([new(ClaimTypes.Name, person)], Scheme.Name)
                            ),
                            Scheme.Name
                        )
                    )
                    : AuthenticateResult.NoResult()
            );
    }
}
