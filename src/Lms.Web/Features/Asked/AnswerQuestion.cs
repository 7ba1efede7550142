using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Asked;

public enum AnswerQuestionAnswer
{
    Kept,
    NeedsWords,
    Unknown,
}

/// <summary>A trainer's answer to a question that a session left open, or its being put aside.</summary>
public sealed class AnswerQuestion(LmsDbContext db, TimeProvider time)
{
    public const int LongestAnswer = 4_000;

    /// <param name="text">The question as it shall be read: without what could name somebody.</param>
    /// <param name="answer">Null puts the question aside.</param>
    public Task<AnswerQuestionAnswer> RunAsync(
        CourseId course,
        CourseQuestionId id,
        string? text,
        string? answer,
        AccountId by
    )
    {
        var (question, words) = (text?.Trim() ?? "", answer?.Trim() ?? "");
        return
            answer is not null
            && (question.Length is 0 or > LongestAnswer || words.Length is 0 or > LongestAnswer)
            ? Task.FromResult(AnswerQuestionAnswer.NeedsWords)
            : db.WriteAsync(async () =>
            {
                var one = await db.CourseQuestions.SingleOrDefaultAsync(known =>
                    known.Id == id && known.CourseId == course
                );
                if (one is null)
                {
                    return AnswerQuestionAnswer.Unknown;
                }

                if (answer is null)
                {
                    one.IsDismissed = true;
                }
                else
                {
                    (one.Text, one.Answer) = (question, words);
                    (one.AnsweredBy, one.AnsweredAt) = (by.Actor, time.Now());
                    one.IsDismissed = false;
                }

                await db.SaveChangesAsync();
                return AnswerQuestionAnswer.Kept;
            });
    }
}
