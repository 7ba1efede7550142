using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Lms.Domain.People;
using Lms.Web.Features.Sessions.Media;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lms.Web.Tests.Features.Sessions.Media;

/// <summary>The media hub on a port of its own, with a list of seats that the test keeps.</summary>
internal sealed class MediaHost : IAsyncDisposable
{
    public static readonly MediaSeat Trainer = new(
        true,
        MediaTracks.Voice | MediaTracks.Camera | MediaTracks.Screen
    );
    public static readonly MediaSeat Participant = new(true, MediaTracks.None);

    private readonly TestFolder folder;
    private readonly WebApplication app;

    private MediaHost(WebApplication app, TestFolder folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public ConcurrentDictionary<(Guid, PersonId), MediaSeat> Seats { get; } = new();

    public string Address { get; private set; } = "";

    public string Folder => folder.Path;

    public MediaRooms Rooms => app.Services.GetRequiredService<MediaRooms>();

    public static async Task<MediaHost> StartAsync(MediaLimits? limits = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var recordings = new TestFolder();
        MediaHost? host = null;
        builder.Services.AddSessionsMedia(recordings.Path, limits);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddAuthorization();
        builder
            .Services.AddAuthentication("header")
            .AddScheme<AuthenticationSchemeOptions, HeaderScheme>("header", null);
        builder.Services.AddSingleton(
            new MediaAccess(
                http => Guid.TryParse(http.User.Identity?.Name, out var id) ? new(id) : null,
                (session, person, _) =>
                    ValueTask.FromResult(host!.Seats.GetValueOrDefault((session, person)))
            )
        );
        var server = builder.Build();
        server.UseAuthentication();
        server.UseAuthorization();
        server.MapSessionsMedia();
        host = new MediaHost(server, recordings);
        await server.StartAsync();
        host.Address = server.Urls.Single();
        return host;
    }

    public PersonId Seat(Guid session, byte number, MediaSeat seat)
    {
        var person = RoomOfTest.Person(number);
        Seats[(session, person)] = seat;
        return person;
    }

    public HubConnection Connection(Guid session, PersonId? person) =>
        new HubConnectionBuilder()
            .WithUrl(
                $"{Address}{SessionsMedia.Address}?session={session}",
                options =>
                {
                    if (person is { } one)
                    {
                        options.Headers["X-Person"] = one.Value.ToString();
                    }
                }
            )
            .AddMessagePackProtocol()
            .Build();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }

    private sealed class HeaderScheme(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory log,
        UrlEncoder encoder
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(
                Request.Headers.TryGetValue("X-Person", out var person)
                    ? AuthenticateResult.Success(
                        new AuthenticationTicket(
                            new ClaimsPrincipal(
                                new ClaimsIdentity([new(ClaimTypes.Name, person!)], Scheme.Name)
                            ),
                            Scheme.Name
                        )
                    )
                    : AuthenticateResult.NoResult()
            );
    }
}
