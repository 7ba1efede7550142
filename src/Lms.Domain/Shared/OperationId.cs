namespace Lms.Domain.Shared;

/// <summary>
/// Names one act of a client, made on the client before it is sent. A unique column on the fact the
/// act creates makes twice the same as once: a retry, a double click or a queue kept through a
/// power cut changes nothing the second time.
/// </summary>
public readonly record struct OperationId(Guid Value);
