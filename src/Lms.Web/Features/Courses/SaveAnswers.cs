using System.Threading.Channels;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>
/// Saves the answers of many people with one flush to the disk: whoever arrives while a commit is
/// under way shares the next one. Nobody is told "saved" before the commit that holds their answer.
/// </summary>
public sealed class SaveAnswers(
    LmsDatabase database,
    OpenPapers papers,
    TimeProvider time,
    ILogger<SaveAnswers> log
) : BackgroundService
{
    private const int BatchSize = 64;
    private static readonly Viewer Saver = Viewer.System("save answers");

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(4096) { SingleReader = true }
    );

    public async Task<AnswerReceipt> RunAsync(
        GivenAnswer answer,
        CancellationToken cancel = default
    )
    {
        var paper = await papers.FindAsync(answer.Attempt);
        if (paper is null || paper.Person != answer.Person || !paper.Has(answer))
        {
            return new AnswerReceipt.Unknown();
        }

        var waiting = new Waiting(answer, paper);
        await queue.Writer.WriteAsync(waiting, cancel);
        return await waiting.Receipt.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(BatchSize);
        while (await queue.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < BatchSize && queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await CommitAsync(batch, stoppingToken);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<Waiting> batch, CancellationToken cancel)
    {
        try
        {
            await using var db = database.Open(Saver);
            var receipts = await db.WriteAsync(() => SaveAsync(db, batch), cancel);
            foreach (var (waiting, receipt) in batch.Zip(receipts))
            {
                waiting.Receipt.TrySetResult(receipt);
            }
        }
        catch (DbUpdateException) when (batch.Count > 1)
        {
            // One answer spoils the commit for all: each gets its own.
            foreach (var waiting in batch)
            {
                await CommitAsync([waiting], cancel);
            }
        }
        catch (Exception failure)
        {
            log.LogError(failure, "{Count} answers were not saved", batch.Count);
            foreach (var waiting in batch)
            {
                waiting.Receipt.TrySetException(failure);
            }
        }
    }

    private async Task<List<AnswerReceipt>> SaveAsync(LmsDbContext db, List<Waiting> waiting)
    {
        var batch = await AnswerBatch.ReadAsync(
            db,
            [.. waiting.Select(one => (one.Answer, one.Paper))]
        );
        var now = time.Now();
        var receipts = waiting.ConvertAll(one => batch.Take(db, one.Answer, one.Paper, now));
        await db.SaveChangesAsync();
        return receipts;
    }

    private sealed record Waiting(GivenAnswer Answer, OpenPaper Paper)
    {
        public TaskCompletionSource<AnswerReceipt> Receipt { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
