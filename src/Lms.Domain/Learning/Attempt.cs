using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Domain.Learning;

public readonly record struct AttemptId(Guid Value);

/// <summary>
/// One run at a quiz (xAPI activity <c>attempt</c>). Written once when opened, with its own copy of
/// the rules that judge it and of the paper; it is open until an <see cref="AttemptResult"/> stands
/// beside it.
/// </summary>
public sealed class Attempt : IPrivateToPerson
{
    public required AttemptId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required EnrolmentId EnrolmentId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required CourseVersionId CourseVersionId { get; init; }

    /// <summary>From 1, unique for the enrolment's quiz: of two opened at once one loses.</summary>
    public required int Number { get; init; }

    public required OperationId Operation { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>From this instant on no answer is taken; null when untimed.</summary>
    public required DateTimeOffset? DeadlineAt { get; init; }

    public required QuizRules Rules { get; init; }

    public required Paper Paper { get; init; }

    public AttemptResult? Result { get; init; }

    public List<Response> Responses { get; } = [];

    public bool IsOverdue(DateTimeOffset now) => Result is null && DeadlineAt <= now;

    /// <summary>Questions of the paper without an answer.</summary>
    public int Unanswered()
    {
        var choices = LastChoices();
        return Paper.Questions.Count(question =>
            choices.GetValueOrDefault(question.QuestionId) is not { Count: > 0 }
        );
    }

    /// <summary>What counts of all that was saved: the last response of each question.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> LastChoices() =>
        Responses
            .GroupBy(response => response.QuestionId, StringComparer.Ordinal)
            .ToDictionary(saves => saves.Key, saves => saves.MaxBy(save => save.Position)!.Choice);
}

/// <summary>
/// How an attempt ended: the row whose key is the attempt, so that of a submission, a retry and the
/// deadline in the same second exactly one is written.
/// </summary>
public sealed class AttemptResult : IOfPerson
{
    public required AttemptId AttemptId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    public required ClosedBy ClosedBy { get; init; }

    public required Points Earned { get; init; }

    public required Points Possible { get; init; }

    /// <summary>Success alone (xAPI <c>result.success</c>); completion is another fact.</summary>
    public required bool IsPassed { get; init; }
}

/// <summary>Who ended an attempt. Names are stored as text and never change.</summary>
public enum ClosedBy
{
    Learner,
    Deadline,
}

/// <summary>
/// An answer as it was saved (QTI <em>response</em>). Rows are only added: the last one of a question
/// counts, and the operation's unique id makes a repeated save no save at all.
/// </summary>
public sealed class Response : IPrivateToPerson
{
    /// <summary>Rises with every row of the table; given by the database.</summary>
    public long Position { get; init; }

    public required OperationId Operation { get; init; }

    public required AttemptId AttemptId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>Option ids of the paper; empty when the learner took the answer back.</summary>
    public required IReadOnlyList<string> Choice { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}
