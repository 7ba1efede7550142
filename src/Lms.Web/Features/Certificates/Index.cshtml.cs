using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Certificates;

/// <param name="PdfBytes">Zero when no document is kept.</param>
public sealed record OwnCertificate(
    string Number,
    string Code,
    CourseVersionId Version,
    decimal Hours,
    DateOnly IssuedOn,
    DateOnly? ValidUntil,
    DateOnly? RevokedOn,
    int PdfBytes
)
{
    public int PdfKilobytes => (PdfBytes + 1023) / 1024;
}

public sealed class IndexModel(
    LmsDbContext db,
    CurrentViewer current,
    PublishedCourses courses,
    WaitingCertificates waiting,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    private readonly DateOnly today = pack.DayOf(time.Now());

    public IReadOnlyList<(OwnCertificate Certificate, CourseManifest Course)> Certificates
    {
        get;
        private set;
    } = [];

    /// <summary>Completed courses whose certificate waits for the organisation.</summary>
    public IReadOnlyList<PublishedCourse> Waiting { get; private set; } = [];

    public OrganisationPack Pack => pack;

    public bool HasPerson => current.Viewer.Person is not null;

    public int ValidToday => Certificates.Count(own => IsValid(own.Certificate));

    public bool IsValid(OwnCertificate certificate) =>
        Certificate.StateOf(certificate.ValidUntil, certificate.RevokedOn, today)
        is CertificateState.Valid;

    public async Task OnGetAsync()
    {
        if (current.Viewer.Person is not { } person)
        {
            return;
        }

        var rows = await db
            .Certificates.Where(certificate => certificate.PersonId == person)
            .OrderByDescending(certificate => certificate.IssuedOn)
            .ThenByDescending(certificate => certificate.Number)
            .Select(certificate => new OwnCertificate(
                certificate.Number,
                certificate.Code,
                certificate.CourseVersionId,
                certificate.Hours,
                certificate.IssuedOn,
                certificate.ValidUntil,
                certificate.Revocation == null ? (DateOnly?)null : certificate.Revocation.RevokedOn,
                db.CertificateDocuments.Where(document => document.CertificateId == certificate.Id)
                    .Select(document => document.Pdf.Length)
                    .FirstOrDefault()
            ))
            .ToListAsync();
        var own = new List<(OwnCertificate, CourseManifest)>(rows.Count);
        foreach (var row in rows)
        {
            own.Add((row, (await courses.OfAsync(row.Version)).Manifest));
        }

        Certificates = own;
        Waiting = [.. (await waiting.OfPersonAsync(person)).Select(version => version.Course)];
    }
}
