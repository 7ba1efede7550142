namespace Lms.Web.Features.Courses;

/// <summary>What the server has of an attempt, for a page that comes back after another one wrote.</summary>
/// <param name="Now">The server's clock, by which the deadline counts.</param>
public sealed record AttemptState(
    bool IsOpen,
    DateTimeOffset? DeadlineAt,
    DateTimeOffset Now,
    IReadOnlyList<SavedAnswer> Answers
);

/// <param name="Revision">Rises with every save of the attempt.</param>
public sealed record SavedAnswer(
    string Question,
    IReadOnlyList<string> Values,
    string? Confidence,
    long Revision
);
