namespace Lms.Domain.Certification;

/// <summary>What came of asking for the certificate of a completion, which stays a fact in any case.</summary>
public abstract record IssueDecision
{
    private IssueDecision() { }

    /// <param name="Number">In the register.</param>
    public sealed record Issued(string Number) : IssueDecision;

    /// <summary>The course issues no certificate.</summary>
    public sealed record NotOffered : IssueDecision;

    /// <summary>It waits until the organisation has filled in what is missing.</summary>
    public sealed record Refused(IReadOnlyList<CertificateField> Missing) : IssueDecision;
}
