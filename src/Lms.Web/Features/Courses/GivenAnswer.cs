using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Web.Features.Courses;

/// <summary>An answer as a client sends it.</summary>
public sealed record GivenAnswer(
    AttemptId Attempt,
    PersonId Person,
    string QuestionId,
    IReadOnlyList<string> Values,
    OperationId Operation,
    Confidence? Confidence = null
)
{
    /// <summary>
    /// When the device made the operation's id (RFC 9562, version 7); null when the id does not say.
    /// </summary>
    internal DateTimeOffset? GivenAt
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            return
                Operation.Value.Version == 7
                && Operation.Value.TryWriteBytes(bytes, bigEndian: true, out _)
                ? DateTimeOffset.FromUnixTimeMilliseconds(
                    (System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16)
                        & 0xFFFF_FFFF_FFFF
                )
                : null;
        }
    }

    internal Response At(DateTimeOffset now) =>
        new()
        {
            Operation = Operation,
            AttemptId = Attempt,
            PersonId = Person,
            QuestionId = QuestionId,
            Values = Values,
            Confidence = Confidence,
            SavedAt = now,
        };
}

/// <summary>What became of an answer. "Saved" is said after the commit.</summary>
public abstract record AnswerReceipt
{
    private AnswerReceipt() { }

    /// <param name="Deadline">As it stands now: a person's time factor moves it.</param>
    public sealed record Saved(DateTimeOffset At, DateTimeOffset? Deadline) : AnswerReceipt;

    /// <summary>The attempt ended before the answer came.</summary>
    public sealed record Closed : AnswerReceipt;

    /// <summary>Questions come one at a time, and this is not the one that is asked.</summary>
    public sealed record NotAsked : AnswerReceipt;

    /// <summary>No such attempt of this person, question of this attempt, or option of this question.</summary>
    public sealed record Unknown : AnswerReceipt;
}
