namespace Lms.Web.Features.Sessions.Media;

/// <summary>Moves the rooms: batches twenty times a second, the disk and key frames once.</summary>
internal sealed class MediaClockwork(
    MediaRooms rooms,
    TimeProvider time,
    ILogger<MediaClockwork> log
) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            EachAsync(
                Beat,
                () =>
                {
                    rooms.Tick();
                    return Task.CompletedTask;
                },
                stoppingToken
            ),
            EachAsync(Second, SecondAsync, stoppingToken),
            EachAsync(Minute, rooms.SweepAsync, stoppingToken)
        );

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await rooms.FlushAsync();
    }

    private async Task SecondAsync()
    {
        rooms.AskForKeys();
        if (await rooms.FlushAsync() is { } refused)
        {
            log.LogError(refused, "A recording could not be written; it is tried again.");
        }
    }

    private async Task EachAsync(TimeSpan pause, Func<Task> what, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                try
                {
                    await what();
                }
                catch (Exception failure)
                {
                    // One bad beat must not stop the sound of every room.
                    log.LogError(failure, "A beat of the media rooms failed.");
                }
            }
        }
        catch (OperationCanceledException) { }
    }
}
