using Lms.Domain.Live;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>What is done each second for as long as the server runs.</summary>
public sealed partial class LiveRooms
{
    private const int SweepEach = 10;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var writing = beats.RunAsync(stoppingToken);
        // Those that are there already go on while one takes long.
        var opening = Task.WhenAll((await LeftOpenAsync()).Select(OpenAgainAsync));
        try
        {
            using var timer = new PeriodicTimer(Second);
            for (var second = 1; await timer.WaitForNextTickAsync(stoppingToken); second++)
            {
                await TickAsync();
                if (second % SweepEach == 0)
                {
                    await sweep.RunAsync([.. guests.Values], [.. rooms.All]);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await HoldAsync();
        }

        await opening;
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<IReadOnlyList<LiveSessionId>> LeftOpenAsync()
    {
        await using var db = database.Open(Doorkeeper);
        return await db
            .LiveSessions.Where(one =>
                one.State == SessionState.Lobby
                || one.State == SessionState.Live
                || one.State == SessionState.Paused
                || one.State == SessionState.Interrupted
            )
            .Select(one => one.Id)
            .ToListAsync();
    }

    private async Task OpenAgainAsync(LiveSessionId session)
    {
        try
        {
            await FindAsync(session);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "A room could not be built again from its log");
        }
    }

    private async Task TickAsync()
    {
        foreach (var room in rooms.All)
        {
            room.Tick();
        }

        await HoldAsync();
    }

    private async Task HoldAsync()
    {
        var open = rooms.All.Select(one => (one.Facts.Id, one.Epoch, one.Clock.Now)).ToList();
        if (open.Count == 0)
        {
            return;
        }

        try
        {
            await disk.HoldAsync(open);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "That rooms are open was not written");
        }
    }

    private void SayGoodbye(string reason, int? retryAfter)
    {
        foreach (var (_, guest) in guests)
        {
            guest.Leave(reason, retryAfter);
        }
    }
}
