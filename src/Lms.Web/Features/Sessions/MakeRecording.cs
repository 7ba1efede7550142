using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions;

/// <summary>
/// Makes the files that are played of the frames that were kept, without what was cut. Asked again, it
/// makes them anew.
/// </summary>
public sealed class MakeRecording(LmsDatabase database, CutMedia media, TimeProvider time)
    : IDisposable
{
    private static readonly Viewer Work = Viewer.System("make recordings");

    // The last frames are on the disk by then.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Those that ended and whose files are not there: the server was down meanwhile.</summary>
    public async Task MissingAsync(CancellationToken cancel = default)
    {
        List<LiveSessionId> ended;
        var before = time.Now() - Settled;
        await using (var db = database.Open(Work))
        {
            ended = await db
                .LiveSessions.Where(one =>
                    (one.State == SessionState.Ended || one.State == SessionState.Processing)
                    && one.EndedAt < before
                )
                .Select(one => one.Id)
                .ToListAsync(cancel);
        }

        foreach (var one in ended)
        {
            await RunAsync(one, cancel);
        }
    }

    public async Task RunAsync(LiveSessionId session, CancellationToken cancel = default)
    {
        await SetAsync(session, SessionState.Ended, SessionState.Processing, cancel);
        await MakeAsync(session, await CutsAsync(session, cancel));
        await SetAsync(session, SessionState.Processing, SessionState.Published, cancel);
    }

    /// <summary>After a cut: the frames themselves lose it, and the files are made anew.</summary>
    public Task CutAsync(LiveSessionId session, IReadOnlyList<Span> cuts) =>
        MakeAsync(session, cuts);

    public void Dispose() => turn.Dispose();

    private async Task MakeAsync(LiveSessionId session, IReadOnlyList<Span> cuts)
    {
        if (!File.Exists(media.Frames(session)) || await OpenedAtAsync(session) is not { } opened)
        {
            return;
        }

        SessionSpan[] without = [.. cuts.Select(cut => new SessionSpan(cut.From, cut.Until))];
        await turn.WaitAsync();
        try
        {
            if (cuts.Count > 0)
            {
                await CutLog.RewriteAsync(media.Frames(session), opened, without);
            }

            Directory.CreateDirectory(media.Folder(session));
            await Task.Run(() =>
                Muxer.Write(media.Frames(session), opened, without, media.Folder(session))
            );
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<DateTimeOffset?> OpenedAtAsync(LiveSessionId session)
    {
        await using var db = database.Open(Work);
        return await db
            .LiveSessions.Where(one => one.Id == session)
            .Select(one => one.OpenedAt)
            .SingleOrDefaultAsync();
    }

    private async Task<IReadOnlyList<Span>> CutsAsync(
        LiveSessionId session,
        CancellationToken cancel
    )
    {
        await using var db = database.Open(Work);
        var cuts = await db
            .RecordingCuts.Where(one => one.SessionId == session)
            .Select(one => new Span(one.From, one.Until))
            .ToListAsync(cancel);
        return Spans.Joined(cuts);
    }

    private async Task SetAsync(
        LiveSessionId session,
        SessionState from,
        SessionState to,
        CancellationToken cancel
    )
    {
        await using var db = database.Open(Work);
        await db.WriteAsync(
            () =>
                db
                    .LiveSessions.Where(one => one.Id == session && one.State == from)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, to), cancel),
            cancel
        );
    }
}
