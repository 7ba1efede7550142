namespace Lms.Domain.Certification;

/// <summary>
/// A line of the issue log. Rows are only added and hold hashes alone; each holds the hash of the one
/// before, so that none can be changed, left out or put between afterwards.
/// </summary>
public sealed class IssueLogEntry
{
    public long Position { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IssueAct Act { get; init; }

    /// <summary>The register number.</summary>
    public required string Number { get; init; }

    /// <summary>The digest of the certificate; see <see cref="Certificate.Digest"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>The number this one stands in place of, or the one that stands in its place; else empty.</summary>
    public string Other { get; init; } = "";

    /// <summary>Unique: two lines never follow the same one. 64 zeros before the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256, lower-case hexadecimal, over <see cref="PreviousHash"/> and every field above.</summary>
    public required string Hash { get; init; }
}

/// <summary>What the issue log tells. Names are stored as text and never change.</summary>
public enum IssueAct
{
    Issued,
    Revoked,
}
