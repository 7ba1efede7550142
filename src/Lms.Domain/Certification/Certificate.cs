using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;

namespace Lms.Domain.Certification;

public readonly record struct CertificateId(Guid Value);

/// <summary>
/// The permanent half of an issued certificate (ISO/IEC 17024, 9.4.8): it names no one and stays for
/// ever. The erasable half is <see cref="CertificateContent"/>.
/// </summary>
public sealed class Certificate : IOfPerson
{
    public required CertificateId Id { get; init; }

    /// <summary>The register number as printed; unique.</summary>
    public required string Number { get; init; }

    public required RegisterEntry Entry { get; init; }

    /// <summary>What a stranger types or scans; not guessable. See <see cref="CertificateCode"/>.</summary>
    public required string Code { get; init; }

    public required PersonId PersonId { get; init; }

    public required CompletionId CompletionId { get; init; }

    public required CourseId CourseId { get; init; }

    public required CourseVersionId CourseVersionId { get; init; }

    public required decimal Hours { get; init; }

    public required IReadOnlyList<LawEdition> Law { get; init; }

    /// <summary>Business day of the pack's time zone.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last day of validity; null when it does not end. The organiser's decision.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>The <c>kid</c> of the key that signed the payload.</summary>
    public required string KeyId { get; init; }

    /// <summary>SHA-256 of salt ‖ payload, lower-case hexadecimal: it gives no name back.</summary>
    public required string Digest { get; init; }

    /// <summary>The certificate that this one stands in place of; null for the first of a completion.</summary>
    public CertificateId? ReplacesId { get; init; }

    public CertificateContent? Content { get; init; }

    public Revocation? Revocation { get; init; }

    /// <summary>The state on a day: a function of facts, never a column.</summary>
    public CertificateState StateOn(DateOnly day) =>
        StateOf(ValidUntil, Revocation?.RevokedOn, day);

    /// <param name="revokedOn">The day from which it is revoked; null when it is not.</param>
    public static CertificateState StateOf(
        DateOnly? validUntil,
        DateOnly? revokedOn,
        DateOnly day
    ) =>
        revokedOn <= day ? CertificateState.Revoked
        : validUntil < day ? CertificateState.Expired
        : CertificateState.Valid;

    /// <summary>
    /// The last day of a validity of <paramref name="months"/> months that begins on
    /// <paramref name="issued"/>: issued 12.02.2026 for 24 months is valid to 11.02.2028.
    /// </summary>
    public static DateOnly? LastDay(DateOnly issued, int? months) =>
        months is { } count ? issued.AddMonths(count).AddDays(-1) : null;
}

/// <summary>
/// Place in the register of a year: the sequence is taken inside the issuing transaction, and the
/// unique index over all three decides races.
/// </summary>
public sealed record RegisterEntry(int Year, int Sequence, bool IsDemo)
{
    /// <summary><c>2026-000412</c>; of a demonstration <c>DEMO-2026-000412</c>.</summary>
    public string Number(string prefix) =>
        FormattableString.Invariant(
            $"{(IsDemo ? "DEMO-" : "")}{prefix}{Year:0000}-{Sequence:000000}"
        );
}

/// <summary>Names are never stored: the state is computed.</summary>
public enum CertificateState
{
    Valid,
    Expired,
    Revoked,
}

/// <summary>The half that is erased with the person; without it the register still answers.</summary>
public sealed class CertificateContent : IOfPerson
{
    public required CertificateId CertificateId { get; init; }

    public required PersonId PersonId { get; init; }

    public required PersonName HolderName { get; init; }

    /// <summary>The JSON that was signed, byte for byte.</summary>
    public required string Payload { get; init; }

    /// <summary>128 random bits, base64url; also inside the payload.</summary>
    public required string Salt { get; init; }

    /// <summary>Payload and signature as compact JWS (RFC 7515), algorithm ES256.</summary>
    public required string Jws { get; init; }
}
