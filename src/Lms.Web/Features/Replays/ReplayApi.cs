using System.Text;
using Lms.Web.Access;
using Lms.Web.Features.Shared.Attending;
using Microsoft.Net.Http.Headers;

namespace Lms.Web.Features.Replays;

/// <param name="From">In milliseconds since the doors opened.</param>
public sealed record WatchedBody(long From, long Until);

internal static class ReplayApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sessions/{session:guid}/replay/{track}.webm", TrackAsync);
        routes.MapGet("/sessions/{session:guid}/replay/captions.vtt", CaptionsAsync);
        routes.MapPut("/api/v1/sessions/{session:guid}/watched", WatchedAsync);
    }

    private static async Task<IResult> TrackAsync(
        Guid session,
        string track,
        HttpResponse response,
        SessionVisits visits,
        RecordingFiles files
    )
    {
        if (
            await visits.FindAsync(session) is not { } visit
            || files.Find(visit.Session.Id, track) is not { } file
        )
        {
            return Results.NotFound();
        }

        // A cut makes another file of it; nobody keeps the one before.
        response.Headers.CacheControl = "private, no-store";
        return Results.File(
            file.FullName,
            track is "voice" or "floor" ? "audio/webm" : "video/webm",
            lastModified: new DateTimeOffset(file.LastWriteTimeUtc),
            entityTag: new EntityTagHeaderValue(
                FormattableString.Invariant($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"")
            ),
            enableRangeProcessing: true
        );
    }

    private static async Task<IResult> CaptionsAsync(
        Guid session,
        HttpResponse response,
        SessionVisits visits,
        ReplayReads reads
    )
    {
        if (await visits.FindAsync(session) is not { } visit || visit.Session.OpenedAt is null)
        {
            return Results.NotFound();
        }

        var (_, replay) = await reads.OfAsync(visit.Session.Id, visit.Keeps);
        response.Headers.CacheControl = "private, no-store";
        return Results.Text(CaptionFile.Of(replay), "text/vtt", Encoding.UTF8);
    }

    private static async Task<IResult> WatchedAsync(
        Guid session,
        WatchedBody body,
        CurrentViewer current,
        SessionVisits visits,
        KeepWatched keep
    ) =>
        current.Viewer.Person is { } person
        && await visits.FindAsync(session) is { HasSeat: true } visit
            ? Results.Ok(await keep.RunAsync(visit.Session.Id, person, body.From, body.Until))
            : Results.NotFound();
}
