using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Certificates;

public sealed class IndexModel(
    OwnCertificates reads,
    CurrentViewer current,
    WaitingCertificates waiting,
    KnownEditions editions,
    PublishedCourses courses,
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

    /// <summary>Number of a certificate → the edition of the law of the changes its holder took since.</summary>
    public IReadOnlyDictionary<string, DateOnly> Changed { get; private set; } =
        new Dictionary<string, DateOnly>();

    public IReadOnlyList<YearOfWork> Years { get; private set; } = [];

    public OrganisationPack Pack => pack;

    public bool HasPerson => current.Viewer.Person is not null;

    public int ValidToday => Certificates.Count(own => IsValid(own.Certificate));

    /// <summary>Something of them is kept to be taken in one archive.</summary>
    public bool HasArchive =>
        Certificates.Any(own => IsValid(own.Certificate) && own.Certificate.Documents.Count > 0);

    public bool IsValid(OwnCertificate certificate) =>
        certificate.StateOn(today) is CertificateState.Valid;

    /// <summary>The state in words.</summary>
    public string StateOf(OwnCertificate certificate, Texts texts) =>
        certificate.StateOn(today) switch
        {
            CertificateState.Revoked when certificate.Successor is { } successor => texts.Fill(
                "certificates.replaced",
                successor
            ),
            CertificateState.Revoked => texts.Fill(
                "certificates.revoked",
                texts.Day(certificate.RevokedOn!.Value)
            ),
            CertificateState.Expired => texts.Fill(
                "certificates.expired",
                texts.Day(certificate.ValidUntil!.Value)
            ),
            CertificateState.Valid => certificate.ValidUntil is { } until
                ? texts.Fill("certificates.valid", texts.Day(until))
                : texts["certificates.endless"],
        };

    public async Task OnGetAsync()
    {
        if (current.Viewer.Person is { } person)
        {
            Certificates = await reads.OfAsync(person);
            Years = reads.Years(Certificates, today);
            Changed = await ChangedAsync(person);
            Waiting = [.. (await waiting.OfPersonAsync(person)).Select(version => version.Course)];
        }
    }

    private async Task<IReadOnlyDictionary<string, DateOnly>> ChangedAsync(PersonId person)
    {
        var taken = await editions.TakenAsync(person);
        var changed = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var (certificate, _) in Certificates)
        {
            var version = await courses.OfAsync(certificate.Version);
            if (
                taken.GetValueOrDefault(version.Id) is { } newer
                && newer.Number > version.Number
                && KnownEditions.Of(newer.Manifest) is { } edition
            )
            {
                changed.Add(certificate.Number, edition);
            }
        }

        return changed;
    }
}
