using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Certificates;

public sealed record OwnDocument(string Language, int Bytes)
{
    public int Kilobytes => (Bytes + 1023) / 1024;
}

public sealed record OwnSignature(QualifiedSignatureId Id, SignatureForm Form);

/// <summary>A certificate as its holder sees it.</summary>
/// <param name="Reason">Why it was revoked; the holder's to know.</param>
/// <param name="Successor">The number that stands in its place; null for none.</param>
/// <param name="Documents">None once erased.</param>
public sealed record OwnCertificate(
    string Number,
    string Code,
    CourseVersionId Version,
    decimal Hours,
    DateTimeOffset CompletedAt,
    DateOnly IssuedOn,
    DateOnly? ValidUntil,
    DateOnly? RevokedOn,
    string? Reason,
    string? Successor,
    IReadOnlyList<OwnDocument> Documents,
    IReadOnlyList<OwnSignature> Signatures
)
{
    public CertificateState StateOn(DateOnly day) =>
        Certificate.StateOf(ValidUntil, RevokedOn, day);
}

/// <summary>Work of a year: hours and credits of what was completed in it and holds or held.</summary>
/// <param name="Credits">As printed on the certificates, added up.</param>
public sealed record YearOfWork(int Year, int Certificates, decimal Hours, decimal Credits);

/// <summary>Reads the certificates of one person: the newest first.</summary>
public sealed class OwnCertificates(
    LmsDbContext db,
    PublishedCourses courses,
    OrganisationPack pack
)
{
    public async Task<IReadOnlyList<(OwnCertificate Certificate, CourseManifest Course)>> OfAsync(
        PersonId person
    )
    {
        var rows = await db
            .Certificates.Where(certificate => certificate.PersonId == person)
            .OrderByDescending(certificate => certificate.IssuedOn)
            .ThenByDescending(certificate => certificate.Number)
            .Select(certificate => new OwnCertificate(
                certificate.Number,
                certificate.Code,
                certificate.CourseVersionId,
                certificate.Hours,
                db.Completions.Where(completion => completion.Id == certificate.CompletionId)
                    .Select(completion => completion.CompletedAt)
                    .First(),
                certificate.IssuedOn,
                certificate.ValidUntil,
                certificate.Revocation == null ? (DateOnly?)null : certificate.Revocation.RevokedOn,
                certificate.Revocation == null ? null : certificate.Revocation.Reason,
                db.Certificates.Where(later => later.ReplacesId == certificate.Id)
                    .Select(later => later.Number)
                    .FirstOrDefault(),
                db.CertificateDocuments.Where(document => document.CertificateId == certificate.Id)
                    .OrderBy(document => document.Language)
                    .Select(document => new OwnDocument(document.Language, document.Pdf.Length))
                    .ToList(),
                db.QualifiedSignatures.Where(one => one.CertificateId == certificate.Id)
                    .OrderBy(one => one.AttachedAt)
                    .ThenBy(one => one.Form)
                    .Select(one => new OwnSignature(one.Id, one.Form))
                    .ToList()
            ))
            .ListAtOnceAsync(db);
        var own = new List<(OwnCertificate, CourseManifest)>(rows.Count);
        foreach (var row in rows)
        {
            own.Add((row, (await courses.OfAsync(row.Version)).Manifest));
        }

        return own;
    }

    /// <summary>By the year of completion, so that a certificate issued anew moves no hours.</summary>
    public IReadOnlyList<YearOfWork> Years(
        IEnumerable<(OwnCertificate Certificate, CourseManifest Course)> own,
        DateOnly today
    ) =>
        [
            .. own.Where(one => one.Certificate.StateOn(today) is not CertificateState.Revoked)
                .GroupBy(one => pack.DayOf(one.Certificate.CompletedAt).Year)
                .OrderByDescending(year => year.Key)
                .Select(year => new YearOfWork(
                    year.Key,
                    year.Count(),
                    year.Sum(one => one.Certificate.Hours),
                    year.Sum(one => one.Course.Hours.Credits(pack.HoursPerCredit) ?? 0)
                )),
        ];
}
