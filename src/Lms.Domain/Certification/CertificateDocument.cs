using Lms.Domain.People;

namespace Lms.Domain.Certification;

/// <summary>
/// The document of a certificate in one language, byte for byte as it was issued; erased with the
/// person.
/// </summary>
public sealed class CertificateDocument : IOfPerson
{
    public required CertificateId CertificateId { get; init; }

    /// <summary>A BCP 47 tag: <c>uk</c>, <c>en</c>.</summary>
    public required string Language { get; init; }

    public required PersonId PersonId { get; init; }

    public required byte[] Pdf { get; init; }
}

public readonly record struct QualifiedSignatureId(Guid Value);

/// <summary>
/// A qualified electronic signature (КЕП) made outside over a document and brought back: attached by
/// the hash of what it signs, not checked here.
/// </summary>
public sealed class QualifiedSignature : IOfPerson
{
    public required QualifiedSignatureId Id { get; init; }

    public required CertificateId CertificateId { get; init; }

    /// <summary>Of the document that was signed.</summary>
    public required string Language { get; init; }

    public required PersonId PersonId { get; init; }

    public required SignatureForm Form { get; init; }

    /// <summary>The <c>.p7s</c>, or the signed PDF whole.</summary>
    public required byte[] Bytes { get; init; }

    public required DateTimeOffset AttachedAt { get; init; }
}

/// <summary>Names are stored as text and never change.</summary>
public enum SignatureForm
{
    /// <summary>CMS apart from the document (RFC 5652, 5.2).</summary>
    Detached,

    /// <summary>CMS with the document in it.</summary>
    Enveloping,

    /// <summary>A PDF that begins with the issued bytes.</summary>
    SignedPdf,
}
