using Lms.Domain.People;

namespace Lms.Domain.Learning;

public readonly record struct AnswerFileId(Guid Value);

/// <summary>A file handed in as an answer, checked for type and size when it came.</summary>
public sealed class AnswerFile : IPrivateToPerson
{
    public required AnswerFileId Id { get; init; }

    public required AttemptId AttemptId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>As the learner's device named it; never a path.</summary>
    public required string Name { get; init; }

    /// <summary>By the bytes, not by the name.</summary>
    public required string MediaType { get; init; }

    public required byte[] Bytes { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}
