using System.Security.Cryptography;
using System.Text;
using Lms.Web.Access;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.Net.Http.Headers;

namespace Lms.Web.Features.Sessions;

public static class SessionsFeature
{
    private const string Calendar = "text/calendar; charset=utf-8";

    // A feed of years would be read every quarter of an hour by every phone.
    private static readonly TimeSpan FeedReachesBack = TimeSpan.FromDays(90);

    /// <param name="media">The folder of frames and of what is made of them.</param>
    public static void AddSessions(this IServiceCollection services, string media)
    {
        services.AddSessionsMedia(media);
        services.AddSingleton<MakeRecording>();
        services.AddSingleton<GrowRecording>();
        services.AddSingleton<RoomMedia>();
        services.AddHostedService(given => given.GetRequiredService<RoomMedia>());
        services.AddSingleton(given => new MediaAccess(
            http => http.RequestServices.GetRequiredService<CurrentViewer>().Viewer.Person,
            (session, person, _) => given.GetRequiredService<RoomMedia>().SeatAsync(session, person)
        ));
    }

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sessions/{session:guid}.ics", FileAsync);
        routes.MapGet("/calendar/{token}.ics", FeedAsync).AllowAnonymous();
        routes.MapLine();
    }

    private static async Task<IResult> FileAsync(
        Guid session,
        HttpContext http,
        SessionsOf sessions,
        SessionCalendar calendar,
        CurrentViewer current
    )
    {
        if (
            await sessions.FindAsync(new(session), current.Viewer.Person) is not { } seen
            || CalendarEntry.Of(seen.Session) is not { } entry
        )
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(
            Encoding.UTF8.GetBytes(calendar.Published([entry])),
            Calendar,
            "session.ics"
        );
    }

    // Open to whoever has the address: a calendar signs in nowhere. So it says when, and no more.
    private static async Task<IResult> FeedAsync(
        string token,
        HttpContext http,
        KeepFeed feeds,
        SessionsOf sessions,
        SessionCalendar calendar,
        TimeProvider time
    )
    {
        if (await feeds.FindAsync(token) is not { } person)
        {
            return Results.NotFound();
        }

        var entries = await sessions.CalendarAsync(person, time.Now() - FeedReachesBack);
        var bytes = Encoding.UTF8.GetBytes(calendar.Published(entries));
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.File(
            bytes,
            Calendar,
            entityTag: new EntityTagHeaderValue(
                $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""
            )
        );
    }
}
