using System.Threading.Channels;
using Lms.Domain.Live;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// What is asked of a room, one after the other and by one reader. What was asked while a write was under
/// way shares the next one, and is answered once that is through or lost.
/// </summary>
/// <param name="log">What one work breaks stops no other: the room goes on.</param>
internal sealed class RoomQueue(ILogger log)
{
    private const int MostAtOnce = 256;

    private readonly Channel<Action> channel = Channel.CreateUnbounded<Action>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    private readonly List<(Action Taken, Action Lost)> waiting = [];

    public void Post(Action work) => channel.Writer.TryWrite(work);

    /// <summary>Nothing is taken any more.</summary>
    public void Close() => channel.Writer.TryComplete();

    public async Task<Reply> AskAsync(Action<Action<Reply>> work)
    {
        var answer = new TaskCompletionSource<Reply>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        if (
            !channel.Writer.TryWrite(() =>
            {
                try
                {
                    work(reply => answer.TrySetResult(reply));
                }
                catch (Exception failure)
                {
                    answer.TrySetException(failure);
                }
            })
        )
        {
            return Reply.No(RoomRefusal.NotNow);
        }

        return await answer.Task;
    }

    /// <summary>Waits until the work's write is through, or lost.</summary>
    /// <returns>False when it was lost; a room that is closed has nothing to do.</returns>
    public Task<bool> DoAsync(Action work)
    {
        var done = new TaskCompletionSource<bool>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        if (
            !channel.Writer.TryWrite(() =>
            {
                var isDone = false;
                try
                {
                    work();
                    isDone = true;
                }
                finally
                {
                    Then(() => done.TrySetResult(isDone), () => done.TrySetResult(false));
                }
            })
        )
        {
            done.TrySetResult(true);
        }

        return done.Task;
    }

    /// <summary>What follows from the write of this batch.</summary>
    public void Then(Action taken, Action lost) => waiting.Add((taken, lost));

    /// <summary>Answers all of this batch.</summary>
    public void Answer(bool isKept)
    {
        var all = waiting.ToList();
        waiting.Clear();
        foreach (var (taken, lost) in all)
        {
            if (!isKept || !Do(taken))
            {
                Do(lost);
            }
        }
    }

    /// <summary>Until it is closed and empty.</summary>
    public async Task RunAsync(Func<Task> commit)
    {
        while (await channel.Reader.WaitToReadAsync())
        {
            for (var taken = 0; taken < MostAtOnce && channel.Reader.TryRead(out var work); taken++)
            {
                Do(work);
            }

            await CommitAsync(commit);
        }
    }

    private async Task CommitAsync(Func<Task> commit)
    {
        try
        {
            await commit();
        }
        catch (Exception failure)
        {
            Tell(failure);
        }
    }

    private bool Do(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception failure)
        {
            Tell(failure);
            return false;
        }
    }

    private void Tell(Exception failure) =>
        log.LogError(failure, "A room could not do what was asked of it");
}
