using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Certification;

public readonly record struct EvidenceId(Guid Value);

/// <summary>What a paper from elsewhere shows. Names are stored as text and never change.</summary>
public enum EvidenceKind
{
    /// <summary>Training with another provider.</summary>
    ExternalTraining,

    /// <summary>Learning before the person came, counted as a course (prior learning).</summary>
    PriorLearning,

    /// <summary>A confirmation by a mentor or a supervisor.</summary>
    Confirmation,
}

/// <summary>
/// External proof that a person hands in (Open Badges 3.0 <em>evidence</em>): counted only once
/// someone has approved it, until its own last day.
/// </summary>
public sealed class Evidence : IOfPerson
{
    public required EvidenceId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required EvidenceKind Kind { get; init; }

    /// <summary>The kind of evidence a certification's path asks for; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>Slug of the course it stands for (prior learning); null for none.</summary>
    public string? Course { get; init; }

    public required string Title { get; init; }

    /// <summary>Who gave the training or the confirmation.</summary>
    public required string Provider { get; init; }

    /// <summary>Day it was earned.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Minutes of study it is worth, 0 to 60,000; null when it does not say.</summary>
    public int? Minutes { get; init; }

    public required DateTimeOffset HandedInAt { get; init; }

    /// <summary>Named by the client: sent twice, it is handed in once.</summary>
    public required OperationId Operation { get; init; }

    public EvidenceFile? File { get; init; }

    public EvidenceDecision? Decision { get; init; }
}

/// <summary>The photo or PDF of an evidence, without the traces a camera leaves in it.</summary>
public sealed class EvidenceFile : IOfPerson
{
    public required EvidenceId EvidenceId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary><c>image/jpeg</c>, <c>image/png</c> or <c>application/pdf</c>, as its bytes say.</summary>
    public required string MediaType { get; init; }

    /// <summary>At most 10 MB.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>Names are stored as text and never change.</summary>
public enum EvidenceVerdict
{
    Approved,
    Refused,
}

/// <summary>What was said of an evidence, once.</summary>
public sealed class EvidenceDecision : IOfPerson
{
    public required EvidenceId EvidenceId { get; init; }

    public required PersonId PersonId { get; init; }

    public required EvidenceVerdict Verdict { get; init; }

    public string Remark { get; set; } = "";

    /// <summary>The last day it counts, included; null when it does not end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The account that decided.</summary>
    public required ActorId By { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}
