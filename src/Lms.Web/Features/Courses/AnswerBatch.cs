using Lms.Domain.Learning;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>
/// Answers of one commit beside what is known of their attempts. It is read inside the write: whether
/// an attempt is open, and until when, is never remembered.
/// </summary>
internal sealed class AnswerBatch
{
    private readonly Dictionary<AttemptId, (DateTimeOffset? Deadline, bool IsClosed)> attempts;
    private readonly Dictionary<Guid, (AttemptId Attempt, DateTimeOffset SavedAt)> operations;
    private readonly ILookup<AttemptId, string> met;

    private AnswerBatch(
        Dictionary<AttemptId, (DateTimeOffset?, bool)> attempts,
        Dictionary<Guid, (AttemptId, DateTimeOffset)> operations,
        ILookup<AttemptId, string> met
    )
    {
        this.attempts = attempts;
        this.operations = operations;
        this.met = met;
    }

    public static async Task<AnswerBatch> ReadAsync(
        LmsDbContext db,
        IReadOnlyList<(GivenAnswer Answer, OpenPaper Paper)> given
    )
    {
        var ids = given.Select(one => one.Answer.Attempt).Distinct().ToList();
        var sent = given.Select(one => one.Answer.Operation).Distinct().ToList();
        var ends = await db
            .Attempts.Where(attempt => ids.Contains(attempt.Id))
            .Select(attempt => new
            {
                attempt.Id,
                attempt.DeadlineAt,
                IsClosed = attempt.Result != null,
            })
            .ToDictionaryAsync(one => one.Id, one => (one.DeadlineAt, one.IsClosed));
        var known = await db
            .Responses.Where(response => sent.Contains(response.Operation))
            .Select(response => new
            {
                response.Operation,
                response.AttemptId,
                response.SavedAt,
            })
            .ToDictionaryAsync(one => one.Operation.Value, one => (one.AttemptId, one.SavedAt));
        var stepwise = given
            .Where(one => one.Paper.Quiz.Rules.IsOneAtATime)
            .Select(one => one.Answer.Attempt)
            .Distinct()
            .ToList();
        var asked =
            stepwise.Count == 0
                ? []
                : await db
                    .Responses.Where(response => stepwise.Contains(response.AttemptId))
                    .Select(response => new { response.AttemptId, response.QuestionId })
                    .Distinct()
                    .ToListAsync();
        return new(ends, known, asked.ToLookup(one => one.AttemptId, one => one.QuestionId));
    }

    /// <summary>What becomes of an answer; a new one is added to the write.</summary>
    public AnswerReceipt Take(
        LmsDbContext db,
        GivenAnswer answer,
        OpenPaper paper,
        DateTimeOffset now
    )
    {
        var (deadline, isClosed) = attempts[answer.Attempt];
        if (operations.TryGetValue(answer.Operation.Value, out var earlier))
        {
            return earlier.Attempt == answer.Attempt
                ? new AnswerReceipt.Saved(earlier.SavedAt, deadline)
                : new AnswerReceipt.Unknown();
        }

        var rules = paper.Quiz.Rules;
        if (isClosed || !AttemptRules.TakesAnswer(rules, deadline, now, answer.GivenAt))
        {
            return new AnswerReceipt.Closed();
        }

        if (
            rules.IsOneAtATime
            && !OneAtATime.IsAsked(paper.Paper, met[answer.Attempt], answer.QuestionId)
        )
        {
            return new AnswerReceipt.NotAsked();
        }

        operations.Add(answer.Operation.Value, (answer.Attempt, now));
        db.Responses.Add(answer.At(now));
        return new AnswerReceipt.Saved(now, deadline);
    }
}
