using System.Threading.Channels;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>An answer as a client sends it.</summary>
public sealed record GivenAnswer(
    AttemptId Attempt,
    PersonId Person,
    string QuestionId,
    IReadOnlyList<string> Values,
    OperationId Operation
)
{
    internal Response At(DateTimeOffset now) =>
        new()
        {
            Operation = Operation,
            AttemptId = Attempt,
            PersonId = Person,
            QuestionId = QuestionId,
            Values = Values,
            SavedAt = now,
        };
}

/// <summary>What became of an answer. "Saved" is said after the commit.</summary>
public abstract record AnswerReceipt
{
    private AnswerReceipt() { }

    public sealed record Saved(DateTimeOffset At) : AnswerReceipt;

    /// <summary>The attempt ended before the answer came.</summary>
    public sealed record Closed : AnswerReceipt;

    /// <summary>No such attempt of this person, question of this attempt, or option of this question.</summary>
    public sealed record Unknown : AnswerReceipt;
}

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

        var waiting = new Waiting(answer);
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

    private async Task<List<AnswerReceipt>> SaveAsync(LmsDbContext db, List<Waiting> batch)
    {
        var attempts = batch.Select(waiting => waiting.Answer.Attempt).Distinct().ToList();
        var operations = batch.Select(waiting => waiting.Answer.Operation).Distinct().ToList();
        // The deadline is read each time: it moves when the person's time factor does.
        var ends = await db
            .Attempts.Where(attempt => attempts.Contains(attempt.Id))
            .Select(attempt => new
            {
                attempt.Id,
                attempt.DeadlineAt,
                IsClosed = attempt.Result != null,
            })
            .ToDictionaryAsync(
                attempt => attempt.Id,
                attempt => (attempt.DeadlineAt, attempt.IsClosed)
            );
        var known = await db
            .Responses.Where(response => operations.Contains(response.Operation))
            .Select(response => new
            {
                response.Operation,
                response.AttemptId,
                response.SavedAt,
            })
            .ToDictionaryAsync(
                response => response.Operation,
                response => (response.AttemptId, response.SavedAt)
            );
        var now = time.Now();
        var receipts = new List<AnswerReceipt>(batch.Count);
        foreach (var answer in batch.Select(waiting => waiting.Answer))
        {
            if (known.TryGetValue(answer.Operation, out var earlier))
            {
                receipts.Add(
                    earlier.AttemptId == answer.Attempt
                        ? new AnswerReceipt.Saved(earlier.SavedAt)
                        : new AnswerReceipt.Unknown()
                );
            }
            else if (
                ends[answer.Attempt] is var (deadline, isClosed)
                && (isClosed || deadline <= now)
            )
            {
                receipts.Add(new AnswerReceipt.Closed());
            }
            else
            {
                known.Add(answer.Operation, (answer.Attempt, now));
                db.Responses.Add(answer.At(now));
                receipts.Add(new AnswerReceipt.Saved(now));
            }
        }

        await db.SaveChangesAsync();
        return receipts;
    }

    private sealed record Waiting(GivenAnswer Answer)
    {
        public TaskCompletionSource<AnswerReceipt> Receipt { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
