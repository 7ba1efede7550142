using Lms.Domain.Certification;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Verify;

[AllowAnonymous]
public sealed class CodeModel(
    LmsDatabase database,
    PublishedCourses courses,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    /// <summary>Null when the register has no such code.</summary>
    public CheckedCertificate? Certificate { get; private set; }

    public PublishedCourse Course { get; private set; } = null!;

    public OrganisationPack Pack => pack;

    /// <summary>The moment of the answer, in the organisation's time.</summary>
    public DateTimeOffset Now { get; } = TimeZoneInfo.ConvertTime(time.Now(), pack.TimeZone);

    public bool IsValid => Certificate?.StateOn(pack.DayOf(Now)) is CertificateState.Valid;

    public async Task OnGetAsync(string code)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Certificate = await PublicCheck.FindAsync(database, code);
        if (Certificate is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Course = await courses.OfAsync(Certificate.Version);
    }
}
