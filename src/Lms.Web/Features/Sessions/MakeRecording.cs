using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions;

/// <summary>
/// Makes the files that are played of the frames that were kept, without what was cut: once, after the
/// session, and anew after each cut. One at a time.
/// </summary>
public sealed class MakeRecording(
    LmsDatabase database,
    CutMedia media,
    MediaRooms rooms,
    MediaFolder folder,
    TimeProvider time,
    ILogger<MakeRecording> log
) : IDisposable
{
    private static readonly Viewer Work = Viewer.System("make recordings");

    // Whoever ends a session makes its recording; this long they are left to it.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Those whose files are not there: the server was down meanwhile, or the disk was full.</summary>
    public async Task MissingAsync(CancellationToken cancel = default)
    {
        foreach (var one in await EndedAsync(cancel))
        {
            await TryAsync(RunAsync(one, cancel), cancel);
        }

        foreach (var one in await UnmadeAsync(cancel))
        {
            await TryAsync(AgainAsync(one), cancel);
        }
    }

    /// <summary>Nothing for a session whose recording was made.</summary>
    public async Task RunAsync(LiveSessionId session, CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (!await IsOwedAsync(session, cancel))
            {
                return;
            }

            await BeginAsync(session, cancel);
            if (File.Exists(media.Frames(session)))
            {
                // A server that was killed left its frames without an end, and those are never cut.
                await rooms.EndAsync(session.Value);
            }

            while (!await PublishAsync(session, await MakeAsync(session, cancel), cancel))
            {
                // What was cut meanwhile is in these files.
                media.DeleteFiles(session);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Of what was recorded so far, for those who catch up while the session runs.</summary>
    public async Task GrowAsync(LiveSessionId session)
    {
        await turn.WaitAsync();
        try
        {
            if (await IsOpenAsync(session))
            {
                await MakeAsync(session);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    // It was made, and its files are gone.
    private async Task AgainAsync(LiveSessionId session)
    {
        await turn.WaitAsync();
        try
        {
            await MakeAsync(session);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task TryAsync(Task making, CancellationToken cancel)
    {
        try
        {
            await making;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "A recording cannot be made; the others are");
        }
    }

    private async Task<IReadOnlyList<LiveSessionId>> EndedAsync(CancellationToken cancel)
    {
        var before = time.Now() - Settled;
        await using var db = database.Open(Work);
        return await db
            .LiveSessions.Where(one =>
                (one.State == SessionState.Ended || one.State == SessionState.Processing)
                && one.EndedAt < before
            )
            .Select(one => one.Id)
            .ToListAsync(cancel);
    }

    // A cut takes the files away first: where it went no further there are frames alone.
    private async Task<IReadOnlyList<LiveSessionId>> UnmadeAsync(CancellationToken cancel)
    {
        var bare = folder
            .Sessions()
            .Select(one => new LiveSessionId(one))
            .Where(one => !Directory.Exists(media.Folder(one)))
            .ToList();
        if (bare.Count == 0)
        {
            return [];
        }

        await using var db = database.Open(Work);
        return await db
            .LiveSessions.Where(one => bare.Contains(one.Id) && one.State == SessionState.Published)
            .Select(one => one.Id)
            .ToListAsync(cancel);
    }

    /// <returns>What they were made without.</returns>
    private async Task<IReadOnlyList<Span>> MakeAsync(
        LiveSessionId session,
        CancellationToken cancel = default
    )
    {
        var without = await CutsAsync(session, cancel);
        if (
            !File.Exists(media.Frames(session))
            || await OpenedAtAsync(session, cancel) is not { } opened
        )
        {
            return without;
        }

        SessionSpan[] cuts = [.. without.Select(cut => new SessionSpan(cut.From, cut.Until))];
        if (cuts.Length > 0)
        {
            await CutLog.RewriteAsync(media.Frames(session), opened, cuts);
        }

        var reaches = time.Now();
        Directory.CreateDirectory(media.Folder(session));
        var made = await Task.Run(
            () => Muxer.Write(media.Frames(session), opened, cuts, media.Folder(session)),
            cancel
        );
        foreach (var track in made.Tracks)
        {
            File.SetLastWriteTimeUtc(track.File, reaches.UtcDateTime);
        }

        if (!File.Exists(media.Frames(session)))
        {
            // Erased meanwhile.
            media.Erase(session);
        }

        return without;
    }

    private async Task<bool> IsOpenAsync(LiveSessionId session)
    {
        await using var db = database.Open(Work);
        var state = await db
            .LiveSessions.Where(one => one.Id == session)
            .Select(one => (SessionState?)one.State)
            .SingleOrDefaultAsync();
        return state?.IsOpen() == true;
    }

    private async Task<bool> IsOwedAsync(LiveSessionId session, CancellationToken cancel)
    {
        await using var db = database.Open(Work);
        return await db.LiveSessions.AnyAsync(
            one =>
                one.Id == session
                && (one.State == SessionState.Ended || one.State == SessionState.Processing),
            cancel
        );
    }

    private async Task<DateTimeOffset?> OpenedAtAsync(
        LiveSessionId session,
        CancellationToken cancel
    )
    {
        await using var db = database.Open(Work);
        return await db
            .LiveSessions.Where(one => one.Id == session)
            .Select(one => one.OpenedAt)
            .SingleOrDefaultAsync(cancel);
    }

    private async Task<IReadOnlyList<Span>> CutsAsync(
        LiveSessionId session,
        CancellationToken cancel
    )
    {
        await using var db = database.Open(Work);
        return await db.CutsOfAsync(session, cancel);
    }

    private async Task BeginAsync(LiveSessionId session, CancellationToken cancel)
    {
        await using var db = database.Open(Work);
        await db.WriteAsync(
            () => SetAsync(db, session, SessionState.Ended, SessionState.Processing, cancel),
            cancel
        );
    }

    // A cut that is written down later finds it published, and has it made anew.
    private async Task<bool> PublishAsync(
        LiveSessionId session,
        IReadOnlyList<Span> without,
        CancellationToken cancel
    )
    {
        await using var db = database.Open(Work);
        return await db.WriteAsync(
            async () =>
            {
                if (!without.SequenceEqual(await db.CutsOfAsync(session, cancel)))
                {
                    return false;
                }

                await SetAsync(
                    db,
                    session,
                    SessionState.Processing,
                    SessionState.Published,
                    cancel
                );
                return true;
            },
            cancel
        );
    }

    private static Task<int> SetAsync(
        LmsDbContext db,
        LiveSessionId session,
        SessionState from,
        SessionState to,
        CancellationToken cancel
    ) =>
        db
            .LiveSessions.Where(one => one.Id == session && one.State == from)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, to), cancel);
}
