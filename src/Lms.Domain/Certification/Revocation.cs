using Lms.Domain.People;

namespace Lms.Domain.Certification;

/// <summary>
/// The fact that an issued certificate holds no longer, from an instant on. It is never taken back:
/// who was wrongly revoked gets a new certificate that points to its predecessor.
/// </summary>
public sealed class Revocation : IOfPerson
{
    public required CertificateId CertificateId { get; init; }

    /// <summary>The holder.</summary>
    public required PersonId PersonId { get; init; }

    public required RevocationCause Cause { get; init; }

    /// <summary>For the holder and the register's keepers, never public; at most 500 characters, erased with the person.</summary>
    public required string Reason { get; set; }

    /// <summary>Null for the product or an administrator who is nobody of the register; the audit names the account.</summary>
    public required PersonId? RevokedBy { get; init; }

    public required DateTimeOffset RevokedAt { get; init; }

    /// <summary>Business day of <see cref="RevokedAt"/> in the pack's time zone: from it on the certificate is revoked.</summary>
    public required DateOnly RevokedOn { get; init; }
}

/// <summary>Why a certificate holds no longer. Names are stored as text and never change.</summary>
public enum RevocationCause
{
    /// <summary>Another certificate stands in its place: a name changed or an error was corrected.</summary>
    Replaced,

    /// <summary>It should never have been issued.</summary>
    IssuedInError,

    /// <summary>The work behind it was not the holder's.</summary>
    Misconduct,

    /// <summary>The holder asked for it.</summary>
    HolderAsked,
}
