using Lms.Domain.Certification;
using Lms.Domain.People;

namespace Lms.Web.Features.Admin.Certificates.Signing;

/// <summary>A document as it was issued, byte for byte.</summary>
internal sealed record IssuedDocument(
    CertificateId Certificate,
    PersonId Person,
    string Number,
    string Language,
    byte[] Pdf
);

/// <param name="Document">Null unless <paramref name="Answer"/> is attached.</param>
internal sealed record SignatureMatch(
    AttachAnswer Answer,
    IssuedDocument? Document = null,
    SignatureForm Form = default
);

/// <summary>Finds which of some issued documents a file signs, by the bytes or by their digest.</summary>
internal sealed class IssuedDocuments(IReadOnlyList<IssuedDocument> documents)
{
    private readonly Dictionary<string, ILookup<string, IssuedDocument>> digests = [];

    public SignatureMatch Match(byte[] file)
    {
        if (file.AsSpan().StartsWith("%PDF-"u8))
        {
            return MatchPdf(file);
        }

        return CmsReader.Read(file) switch
        {
            null => new(AttachAnswer.NoSignature),
            { Content: { } content } => Matched(
                documents.FirstOrDefault(one => one.Pdf.AsSpan().SequenceEqual(content)),
                SignatureForm.Enveloping
            ),
            { Digests: [] } => new(AttachAnswer.NoSignature),
            { Digests: var signed } => MatchDigest(signed),
        };
    }

    // A signature is added after the issued bytes, which stay as they were (ISO 32000-2, 7.5.6).
    private SignatureMatch MatchPdf(byte[] file)
    {
        var found = documents
            .Where(one => file.AsSpan().StartsWith(one.Pdf))
            .MaxBy(one => one.Pdf.Length);
        return found is null ? new(AttachAnswer.NoDocument)
            : SignedPdf.Look(file, found.Pdf) is var look and not AttachAnswer.Attached ? new(look)
            : Matched(found, SignatureForm.SignedPdf);
    }

    private SignatureMatch MatchDigest(IReadOnlyList<SignedDigest> signed)
    {
        var known = signed.Where(one => DocumentDigests.Of(one.Algorithm) is not null).ToList();
        return known.Count == 0
            ? new(AttachAnswer.UnknownDigest)
            : Matched(
                known
                    .SelectMany(one => Digests(one.Algorithm)[Convert.ToHexString(one.Value)])
                    .FirstOrDefault(),
                SignatureForm.Detached
            );
    }

    private ILookup<string, IssuedDocument> Digests(string algorithm)
    {
        if (!digests.TryGetValue(algorithm, out var known))
        {
            var hash = DocumentDigests.Of(algorithm)!;
            known = documents.ToLookup(one => Convert.ToHexString(hash(one.Pdf)));
            digests.Add(algorithm, known);
        }

        return known;
    }

    private static SignatureMatch Matched(IssuedDocument? found, SignatureForm form) =>
        found is null ? new(AttachAnswer.NoDocument) : new(AttachAnswer.Attached, found, form);
}
