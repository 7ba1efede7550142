namespace Lms.Web.Access;

public readonly record struct SignInSessionId(Guid Value);

/// <summary>
/// One sign-in of an account on one device; its cookie is refused as soon as it has ended, wherever
/// a copy of it is.
/// </summary>
public sealed class SignInSession : IOfAccount
{
    public required SignInSessionId Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required SignInMeans Means { get; init; }

    /// <summary>When who sits there last proved who they are: what asks for a fresh sign-in looks here.</summary>
    public required DateTimeOffset ProvedAt { get; set; }

    /// <summary>To five minutes.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>The browser and system in words, at most 100 characters.</summary>
    public required string Device { get; init; }

    /// <summary>The network address, kept for thirty days; then empty.</summary>
    public required string Network { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Names are stored as text and never change.</summary>
public enum SignInMeans
{
    Password,
    PasswordAndTotp,
    PasswordAndRecoveryCode,
    Passkey,

    /// <summary>The code that a manager handed over in person.</summary>
    OneTimeCode,

    /// <summary>The one-time code of the machine's console, or a link of an invitation or reset.</summary>
    Link,
}
