namespace Lms.Web.Access;

/// <summary>
/// The one-time code that lets the first administrator in, as a hash; it holds for sixty minutes.
/// </summary>
public sealed class SetupCode
{
    public required string Hash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
