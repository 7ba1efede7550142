using Lms.Domain.Learning;
using Lms.Domain.Shared;
using Lms.Web.Data;
using Lms.Web.Features.Courses.Questions;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>
/// Where questions come one at a time: saves the answer to the one asked and comes to the next, once,
/// with no way back. A form of a question that is behind already changes nothing.
/// </summary>
public sealed class MoveOn(LmsDbContext db, OpenPapers papers, TimeProvider time)
{
    public async Task RunAsync(
        AttemptId id,
        string question,
        GivenValues given,
        OperationId operation
    )
    {
        if (await papers.FindAsync(id) is not { } known)
        {
            return;
        }

        await db.WriteAsync(async () =>
        {
            var attempt = await db
                .Attempts.AsNoTracking()
                .Include(found => found.Result)
                .Include(found => found.Responses)
                .SingleOrDefaultAsync(found => found.Id == id);
            var now = time.Now();
            if (
                attempt is null
                || attempt.Result is not null
                || attempt.DeadlineAt <= now
                || !OneAtATime.IsAsked(
                    attempt.Paper,
                    attempt.Responses.Select(response => response.QuestionId),
                    question
                )
            )
            {
                return;
            }

            GivenAnswer Answer(string to, GivenValues values, OperationId named) =>
                new(id, attempt.PersonId, to, values.Values, named, values.Confidence);

            var answer = Answer(question, given, new(time.NewId()));
            var saved = GivenValues.Saved(attempt, question);
            var isNew =
                given.Confidence != saved.Confidence || !given.Values.SequenceEqual(saved.Values);
            if (isNew && known.Has(answer))
            {
                db.Responses.Add(answer.At(now));
            }

            var next = attempt.Paper.Questions.SkipWhile(one => one.QuestionId != question).Skip(1);
            if (next.FirstOrDefault() is { } coming)
            {
                db.Responses.Add(Answer(coming.QuestionId, GivenValues.None, operation).At(now));
            }

            await db.SaveChangesAsync();
        });
    }
}
