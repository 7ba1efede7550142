namespace Lms.Web.Access;

/// <summary>A code that stands in once for the second factor; kept as a hash.</summary>
public sealed class RecoveryCode : IOfAccount
{
    public required AccountId AccountId { get; init; }

    /// <summary>SHA-256 of the code, lower-case hexadecimal: the code itself is random enough.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
