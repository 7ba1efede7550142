using Lms.Domain.Live;
using Lms.Web.Features.Sessions.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>One reader for a room: what one work breaks, no other notices.</summary>
public sealed class RoomQueueTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_work_that_breaks_is_told_so_and_the_next_is_done()
    {
        var queue = new RoomQueue(NullLogger.Instance);
        var running = queue.RunAsync(() =>
        {
            queue.Answer(isKept: true);
            return Task.CompletedTask;
        });

        var broken = queue.AskAsync(_ => throw new InvalidOperationException("broken"));
        queue.Post(() => throw new InvalidOperationException("broken"));
        var next = queue.AskAsync(reply => reply(Reply.No("next")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => broken.WaitAsync(Soon));
        Assert.Equal("next", (await next.WaitAsync(Soon)).Refusal);
        await queue.DoAsync(() => throw new InvalidOperationException("broken")).WaitAsync(Soon);
        queue.Close();
        await running.WaitAsync(Soon);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_made_is_refused_and_a_write_that_breaks_ends_nothing()
    {
        var (queue, writes) = (new RoomQueue(NullLogger.Instance), 0);
        var running = queue.RunAsync(() =>
        {
            queue.Answer(isKept: true);
            return ++writes == 1
                ? throw new InvalidOperationException("broken")
                : Task.CompletedTask;
        });

        var lost = await queue
            .AskAsync(reply =>
                queue.Then(
                    () => throw new InvalidOperationException("broken"),
                    () => reply(Reply.No("notSaved"))
                )
            )
            .WaitAsync(Soon);
        var next = await queue.AskAsync(reply => reply(Reply.No("next"))).WaitAsync(Soon);

        Assert.Equal(("notSaved", "next"), (lost.Refusal, next.Refusal));
        queue.Close();
        await running.WaitAsync(Soon);
    }
}
