using Lms.Domain.Courses;

namespace Lms.Domain.Certification;

/// <summary>
/// What is signed: everything the document claims, so that the holder's file proves itself without
/// the register. Serialised in this order.
/// </summary>
public sealed record CertificatePayload
{
    public required string Issuer { get; init; }

    public required string Number { get; init; }

    public required string Code { get; init; }

    /// <summary>128 random bits, base64url, so that a digest in a log can never be guessed back to a name.</summary>
    public required string Salt { get; init; }

    public required string Holder { get; init; }

    public required string Course { get; init; }

    public required string Title { get; init; }

    public required int Version { get; init; }

    public required decimal Hours { get; init; }

    public decimal? Credits { get; init; }

    public required IReadOnlyList<LawEdition> Law { get; init; }

    public required DateOnly Issued { get; init; }

    public DateOnly? ValidUntil { get; init; }
}
