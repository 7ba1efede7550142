using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Certifications;

/// <summary>Every certification of the organisation and where the viewer stands with it today.</summary>
public sealed class IndexModel(
    LmsDbContext db,
    OwnCertifications reads,
    OwedChanges changes,
    CurrentViewer current,
    OrganisationPack pack
) : PageModel
{
    public IReadOnlyList<OwnCertification> Own { get; private set; } = [];

    public IReadOnlyList<OwedChange> Changed { get; private set; } = [];

    public OrganisationPack Pack => pack;

    public DateOnly Today => reads.Today;

    public bool HasPerson => current.Viewer.Person is not null;

    [TempData]
    public string? Told { get; set; }

    public async Task OnGetAsync()
    {
        if (current.Viewer.Person is { } person)
        {
            Own = await reads.OfAsync(person);
            Changed = await changes.OfAsync(db, person);
        }
    }

    /// <summary>Opens the course again for the next cycle; pressed twice, it is opened once.</summary>
    public async Task<IActionResult> OnPostRenewAsync(
        string? certification,
        string? course,
        [FromServices] Renew renew
    )
    {
        if (current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        switch (await renew.RunAsync(person, certification ?? "", course ?? ""))
        {
            case RenewAnswer.Opened or RenewAnswer.AlreadyOpen:
                return LocalRedirect($"/courses/{course}");
            case RenewAnswer.NotYet:
                Told = HttpContext.Texts()["certifications.renew.not-yet"];
                return LocalRedirect("/certifications");
            default:
                return NotFound();
        }
    }

    /// <summary>The state in a sentence.</summary>
    public static string Sentence(OwnCertification own, Texts texts, DateOnly today) =>
        own.State switch
        {
            CertificationState.NotYet => texts["certifications.sentence.not-yet"],
            CertificationState.InProgress => texts["certifications.sentence.in-progress"],
            CertificationState.Certified => texts.Fill(
                "certifications.sentence.certified",
                texts.Day(own.End!.Value)
            ),
            CertificationState.Expiring => texts.Fill(
                "certifications.sentence.expiring",
                texts.Day(own.End!.Value)
            ),
            CertificationState.InGrace => texts.Fill(
                "certifications.sentence.in-grace",
                texts.Day(own.Last!.Until),
                texts.Day(own.GraceEnd!.Value)
            ),
            CertificationState.Lapsed => texts.Fill(
                "certifications.sentence.lapsed",
                texts.Day(own.Last!.Until)
            ),
            CertificationState.Waived => own
                .Facts.Waivers.Where(span => span.Has(today))
                .Max(span => span.Until)
                is { } until
            && until < DateOnly.MaxValue
                ? texts.Fill("certifications.sentence.waived-until", texts.Day(until))
                : texts["certifications.sentence.waived"],
            CertificationState.Revoked => texts["certifications.sentence.revoked"],
            CertificationState.Suspended => texts["certifications.sentence.suspended"],
        };
}
