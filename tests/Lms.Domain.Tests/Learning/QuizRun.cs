using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Domain.Tests.Quizzes;

namespace Lms.Domain.Tests.Learning;

/// <summary>A learner at a quiz of the given questions, opened at noon.</summary>
internal sealed class QuizRun(params string[] questions)
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Response> responses = [];
    private TimeSpan? time;
    private AttemptResult? result;

    public Attempt Attempt
    {
        get
        {
            var quiz = Author.Quiz([.. questions.Select(id => Author.Single(id, "+a", "-b"))]);
            var attempt = new Attempt
            {
                Id = default,
                PersonId = default,
                EnrolmentId = default,
                ActivityId = default,
                CourseVersionId = default,
                Number = 1,
                Operation = default,
                OpenedAt = Noon,
                DeadlineAt = Noon + time,
                Rules = quiz.Rules,
                Paper = Papers.Of(quiz, new ForeseenChance()),
                Result = result,
            };
            attempt.Responses.AddRange(responses);
            return attempt;
        }
    }

    public QuizRun Within(TimeSpan allowed)
    {
        time = allowed;
        return this;
    }

    /// <summary>Saves an answer; rows come from the database in no promised order.</summary>
    public QuizRun Saves(long position, string question, params string[] values)
    {
        responses.Add(
            new()
            {
                Position = position,
                Operation = default,
                AttemptId = default,
                PersonId = default,
                QuestionId = question,
                Values = values,
                SavedAt = Noon,
            }
        );
        return this;
    }

    public QuizRun Closes(ClosedBy by)
    {
        result = new()
        {
            AttemptId = default,
            PersonId = default,
            ClosedAt = Noon,
            ClosedBy = by,
            Earned = Points.None,
            Possible = Points.None,
            IsPassed = false,
        };
        return this;
    }
}
