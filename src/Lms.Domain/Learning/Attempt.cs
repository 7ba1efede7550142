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

    /// <summary>
    /// From this instant on no answer may be given; null when untimed. A function of
    /// <see cref="OpenedAt"/>, the rule and the person's <see cref="TimeFactor"/>, kept for the job that
    /// closes overdue attempts and moved when the factor changes.
    /// </summary>
    public required DateTimeOffset? DeadlineAt { get; set; }

    /// <summary>The attempt granted beyond the rule that this one used; null when the rule let it open.</summary>
    public ExtraAttemptId? Extra { get; init; }

    public required QuizRules Rules { get; init; }

    public required Paper Paper { get; init; }

    public AttemptResult? Result { get; init; }

    public List<Response> Responses { get; } = [];

    public List<Mark> Marks { get; } = [];

    public List<Rescore> Rescores { get; } = [];

    /// <summary>
    /// When the attempt is closed unasked: the deadline, and the time in which answers given before it
    /// may still arrive.
    /// </summary>
    public DateTimeOffset? ClosesAt => DeadlineAt + Rules.OfflineGrace;

    public bool IsOverdue(DateTimeOffset now) => Result is null && ClosesAt <= now;

    /// <summary>The score as it stands: the last rescoring, else the result. Null while open.</summary>
    public Score? Score => Rescores.MaxBy(rescore => rescore.Position)?.Score ?? Result?.Score;

    /// <summary>The fact that <paramref name="grade"/> is the score from now on.</summary>
    /// <param name="keysOf">The version whose keys judged.</param>
    public Rescore Rescored(
        Grade grade,
        RescoreCause cause,
        CourseVersionId keysOf,
        RescoreStamp stamp
    ) =>
        new()
        {
            AttemptId = Id,
            Position = Rescores.Count + 1,
            PersonId = PersonId,
            Cause = cause,
            KeysOf = keysOf,
            Earned = grade.Earned,
            Possible = grade.Possible,
            IsPassed = grade.IsPassed,
            Waiting = grade.Waiting,
            At = stamp.At,
            By = stamp.By,
            Reason = stamp.Reason,
        };

    /// <summary>Questions of the paper without an answer.</summary>
    public int Unanswered()
    {
        var values = LastValues();
        return Paper.Questions.Count(question =>
            values.GetValueOrDefault(question.QuestionId) is not { Count: > 0 }
        );
    }

    /// <summary>What counts of all that was saved: the last response of each question.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> LastValues() =>
        Responses
            .GroupBy(response => response.QuestionId, StringComparer.Ordinal)
            .ToDictionary(saves => saves.Key, saves => saves.MaxBy(save => save.Position)!.Values);

    /// <summary>The last mark of each question that a trainer marked.</summary>
    public IReadOnlyDictionary<string, Points> LastMarks() =>
        Marks
            .GroupBy(mark => mark.QuestionId, StringComparer.Ordinal)
            .ToDictionary(marks => marks.Key, marks => marks.MaxBy(mark => mark.Position)!.Points);
}

/// <summary>What an attempt came to.</summary>
public sealed record Score(Points Earned, Points Possible, bool IsPassed);

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

    /// <summary>Answers that waited for a trainer when the attempt closed.</summary>
    public int Waiting { get; init; }

    public Score Score => new(Earned, Possible, IsPassed);
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

    /// <summary>As the kind of question says; empty when the learner took the answer back.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>How sure the learner was, where the quiz asks.</summary>
    public Confidence? Confidence { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}

/// <summary>«Певен / не певен». Names are stored as text and never change.</summary>
public enum Confidence
{
    Sure,
    Unsure,
}
