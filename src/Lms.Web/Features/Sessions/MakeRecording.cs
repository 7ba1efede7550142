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

    /// <summary>
    /// After the end, and after a cut: then the frames themselves lose it, and the files are made anew.
    /// What a crash leaves undone is <see cref="SessionState.Processing"/> still, and is done again.
    /// </summary>
    public async Task RunAsync(LiveSessionId session, CancellationToken cancel = default)
    {
        await SetAsync(session, SessionState.Ended, SessionState.Processing, cancel);
        await MakeAsync(session, one => one.State.IsOver(), cancel);
        await SetAsync(session, SessionState.Processing, SessionState.Published, cancel);
    }

    /// <summary>Of what was recorded so far, for those who catch up while the session runs.</summary>
    public Task GrowAsync(LiveSessionId session, CancellationToken cancel = default) =>
        MakeAsync(session, one => one.State.IsOpen(), cancel);

    public void Dispose() => turn.Dispose();

    private async Task MakeAsync(
        LiveSessionId id,
        Func<LiveSession, bool> isStill,
        CancellationToken cancel
    )
    {
        await turn.WaitAsync(cancel);
        try
        {
            // Read in its turn: what was cut or erased while this waited is not made again.
            var (session, without) = await FactsAsync(id, cancel);
            if (
                session is not { OpenedAt: { } opened }
                || !isStill(session)
                || !File.Exists(media.Frames(id))
            )
            {
                return;
            }

            if (without.Length > 0)
            {
                await TakeOutAsync(id, opened, without);
            }

            var reaches = time.Now();
            Directory.CreateDirectory(media.Folder(id));
            var made = await Task.Run(
                () => Muxer.Write(media.Frames(id), opened, without, media.Folder(id)),
                cancel
            );
            foreach (var track in made.Tracks)
            {
                File.SetLastWriteTimeUtc(track.File, reaches.UtcDateTime);
            }

            if (!File.Exists(media.Frames(id)))
            {
                // Erased meanwhile.
                media.Erase(id);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task TakeOutAsync(
        LiveSessionId id,
        DateTimeOffset opened,
        IReadOnlyList<SessionSpan> without
    )
    {
        if (await CutLog.RewriteAsync(media.Frames(id), opened, without))
        {
            return;
        }

        // The session is over, but a crash kept that from its log: nothing is added to it any more.
        using (var log = FrameLog.Open(media.Frames(id)))
        {
            log.End(time.Now().ToUnixTimeMilliseconds());
            await log.FlushAsync();
        }

        await CutLog.RewriteAsync(media.Frames(id), opened, without);
    }

    private async Task<(LiveSession? Session, SessionSpan[] Cuts)> FactsAsync(
        LiveSessionId id,
        CancellationToken cancel
    )
    {
        await using var db = database.Open(Work);
        var session = await db
            .LiveSessions.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        var cuts = await db.CutsOfAsync(id, cancel);
        return (session, [.. cuts.Select(cut => new SessionSpan(cut.From, cut.Until))]);
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
